package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.List;
import java.util.function.BiConsumer;

/** Shorthands of grids taken apart (CSS Grid 1 §7.4, §8.4). */
final class GridShorthand {
  private static final List<Property> AREA =
      List.of(
          Property.GRID_ROW_START,
          Property.GRID_COLUMN_START,
          Property.GRID_ROW_END,
          Property.GRID_COLUMN_END);

  private GridShorthand() {}

  /** Gives the longhands of a property to {@code out}; false where it is no shorthand of grids. */
  static boolean expand(String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "grid-column" ->
          lines(List.of(Property.GRID_COLUMN_START, Property.GRID_COLUMN_END), value, out);
      case "grid-row" -> lines(List.of(Property.GRID_ROW_START, Property.GRID_ROW_END), value, out);
      case "grid-area" -> lines(AREA, value, out);
      case "grid-template", "grid" -> template(value, out);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A line that is left out is the same name as its like before it, or {@code auto}. */
  private static void lines(List<Property> lines, String value, BiConsumer<Property, String> out) {
    String[] parts = value.split("/", -1);
    String[] given = new String[lines.size()];
    for (int i = 0; i < given.length; i++) {
      String like = i == 0 ? "auto" : given[i > 1 ? i - 2 : 0];
      given[i] = i < parts.length ? parts[i].strip() : isName(like) ? like : "auto";
      out.accept(lines.get(i), given[i]);
    }
  }

  private static boolean isName(String line) {
    return !line.isEmpty() && !line.startsWith("span") && Character.isLetter(line.charAt(0));
  }

  /** Rows, each perhaps with the names of its cells before it, and columns. */
  private static void template(String value, BiConsumer<Property, String> out) {
    int slash = CssText.find(value, 0, value.length(), '/');
    StringBuilder rows = new StringBuilder();
    StringBuilder areas = new StringBuilder();
    boolean named = false;
    for (String word : CssText.words(value.substring(0, slash))) {
      boolean names = word.startsWith("\"") || word.startsWith("'");
      if (names) {
        rows.append(named ? " auto" : "");
        areas.append(word).append(' ');
      } else {
        rows.append(' ').append(word);
      }
      named = names;
    }
    rows.append(named ? " auto" : "");
    out.accept(Property.GRID_TEMPLATE_ROWS, rows.toString().strip());
    out.accept(
        Property.GRID_TEMPLATE_COLUMNS,
        slash < value.length() ? value.substring(slash + 1).strip() : "none");
    out.accept(Property.GRID_TEMPLATE_AREAS, areas.isEmpty() ? "none" : areas.toString().strip());
  }
}
