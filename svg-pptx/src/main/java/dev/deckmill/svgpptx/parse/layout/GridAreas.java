package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code grid-template-areas} (CSS Grid 1 §7.3).
 *
 * @param byName of each area the first row and column, and those behind the last
 */
record GridAreas(Map<String, int[]> byName, int rows, int columns) {
  private static final GridAreas NONE = new GridAreas(Map.of(), 0, 0);
  private static final int MOST = 200;

  static GridAreas of(BoxStyle style) {
    String value = style.word(Property.GRID_TEMPLATE_AREAS, "none");
    if (value.equals("none")) {
      return NONE;
    }
    Map<String, int[]> byName = new HashMap<>();
    List<String> rows = CssText.words(value);
    int count = Math.min(MOST, rows.size());
    int columns = 0;
    for (int row = 0; row < count; row++) {
      List<String> names = CssText.words(CssText.unquote(rows.get(row)));
      columns = Math.max(columns, Math.min(MOST, names.size()));
      for (int column = 0; column < Math.min(MOST, names.size()); column++) {
        widen(
            byName.computeIfAbsent(names.get(column), n -> new int[] {MOST, MOST, 0, 0}),
            row,
            column);
      }
    }
    return new GridAreas(byName, count, columns);
  }

  private static void widen(int[] area, int row, int column) {
    area[0] = Math.min(area[0], row);
    area[1] = Math.min(area[1], column);
    area[2] = Math.max(area[2], row + 1);
    area[3] = Math.max(area[3], column + 1);
  }

  /** From which line to which an area goes; null where there is none of that name. */
  int @Nullable [] range(String name, boolean down) {
    int[] area = byName.get(name);
    if (area == null || name.startsWith(".")) {
      return null;
    }
    return down ? new int[] {area[0], area[2]} : new int[] {area[1], area[3]};
  }
}
