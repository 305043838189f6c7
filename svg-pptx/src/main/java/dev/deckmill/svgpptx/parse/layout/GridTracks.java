package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code grid-template-columns} and {@code -rows} (CSS Grid 1 §7.2). */
final class GridTracks {
  private static final int MOST = 200;

  /**
   * One column or row.
   *
   * @param length in user units; NaN where content or the room decides
   * @param share of the room that is left; 0: as large as its content
   */
  record Track(double length, double share) {
    static final Track AUTO = new Track(Double.NaN, 0);
  }

  private GridTracks() {}

  static List<Track> columns(BoxStyle style, double width) {
    return tracks(
        style, Property.GRID_TEMPLATE_COLUMNS, width, style.length(Property.COLUMN_GAP, width, 0));
  }

  static List<Track> rows(BoxStyle style, double height) {
    return tracks(
        style, Property.GRID_TEMPLATE_ROWS, height, style.length(Property.ROW_GAP, height, 0));
  }

  private static List<Track> tracks(BoxStyle style, Property property, double room, double gap) {
    List<Track> tracks = new ArrayList<>();
    String value = style.computed().get(property, "none").toLowerCase(Locale.ROOT);
    if (!value.equals("none")) {
      for (String part : parts(value)) {
        add(part, style, room, gap, tracks);
      }
    }
    return tracks.size() > MOST ? tracks.subList(0, MOST) : tracks;
  }

  private static void add(String part, BoxStyle style, double room, double gap, List<Track> into) {
    if (!part.startsWith("repeat(")) {
      if (!part.startsWith("[")) {
        into.add(track(part, style, room));
      }
      return;
    }
    String inside = part.substring("repeat(".length(), part.length() - 1);
    int comma = inside.indexOf(',');
    if (comma < 0) {
      return;
    }
    List<String> repeated = parts(inside.substring(comma + 1).strip());
    int times = times(inside.substring(0, comma).strip(), repeated, style, room, gap);
    for (int i = 0; i < times && into.size() < MOST; i++) {
      repeated.forEach(one -> into.add(track(one, style, room)));
    }
  }

  /** A number, or as often as fits. */
  private static int times(
      String count, List<String> repeated, BoxStyle style, double room, double gap) {
    if (!count.startsWith("auto-")) {
      try {
        return Math.clamp(Integer.parseInt(count), 1, MOST);
      } catch (NumberFormatException none) {
        return 1;
      }
    }
    double least = gap * repeated.size();
    for (String one : repeated) {
      String size =
          one.startsWith("minmax(") ? one.substring(7, Math.max(7, one.indexOf(','))) : one;
      double length = LengthParser.parse(size.strip(), style.computed().units(), room, Double.NaN);
      least += Double.isNaN(length) ? 0 : length;
    }
    return least > 0 && !Double.isNaN(room)
        ? (int) Math.clamp(Math.floor((room + gap) / least), 1, MOST)
        : 1;
  }

  private static Track track(String text, BoxStyle style, double room) {
    if (text.startsWith("minmax(")) {
      int comma = text.indexOf(',');
      return comma < 0
          ? Track.AUTO
          : track(text.substring(comma + 1, text.length() - 1).strip(), style, room);
    }
    if (text.endsWith("fr")) {
      double share =
          LengthParser.parse(
              text.substring(0, text.length() - 2), style.computed().units(), 1, Double.NaN);
      return share >= 0 ? new Track(Double.NaN, Math.max(share, 1e-3)) : Track.AUTO;
    }
    double length = LengthParser.parse(text, style.computed().units(), room, Double.NaN);
    return new Track(length < 0 ? Double.NaN : length, 0);
  }

  /** Words between spaces, functions kept whole. */
  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = -1;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : ' ';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c <= ' ' && depth <= 0) {
        if (start >= 0) {
          parts.add(value.substring(start, i));
        }
        start = -1;
      } else if (start < 0) {
        start = i;
      }
    }
    return parts;
  }
}
