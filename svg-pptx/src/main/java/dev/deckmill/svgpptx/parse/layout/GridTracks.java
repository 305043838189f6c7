package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.value.CssText;
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
   * @param least how small it may be; NaN where its content says so
   */
  record Track(double length, double share, double least) {
    static final Track AUTO = new Track(Double.NaN, 0, Double.NaN);

    /** Whether it is at least as large as what stands in it. */
    boolean growsWithContent() {
      return Double.isNaN(length) && (share == 0 || Double.isNaN(least));
    }
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

  /** As many as are needed, those beyond the given ones as {@code grid-auto-*} says (§7.6). */
  static List<Track> filled(
      List<Track> given, BoxStyle style, Property beyond, double room, int count) {
    List<Track> auto = tracks(style, beyond, room, 0);
    List<Track> tracks = new ArrayList<>(given);
    while (tracks.size() < count) {
      int at = tracks.size() - given.size();
      tracks.add(auto.isEmpty() ? Track.AUTO : auto.get(at % auto.size()));
    }
    return tracks;
  }

  /** Whether columns that nothing stands in are none (§7.2.3.2). */
  static boolean dropsEmptyColumns(BoxStyle style) {
    return style.word(Property.GRID_TEMPLATE_COLUMNS, "none").contains("auto-fit");
  }

  private static List<Track> tracks(BoxStyle style, Property property, double room, double gap) {
    String value = style.computed().get(property, "none");
    if (value.equals("none")) {
      return List.of();
    }
    List<Track> tracks = new ArrayList<>();
    for (String word : CssText.words(value)) {
      add(word, style, room, gap, tracks);
    }
    return tracks.size() > MOST ? tracks.subList(0, MOST) : tracks;
  }

  private static void add(String word, BoxStyle style, double room, double gap, List<Track> into) {
    String repeat = CssText.arguments(word, "repeat");
    if (repeat == null) {
      if (!word.startsWith("[")) {
        into.add(track(word, style, room));
      }
      return;
    }
    int comma = CssText.find(repeat, 0, repeat.length(), ',');
    if (comma == repeat.length()) {
      return;
    }
    List<String> repeated = CssText.words(repeat.substring(comma + 1));
    int times = times(repeat.substring(0, comma).strip(), repeated, style, room, gap);
    for (int i = 0; i < times && into.size() < MOST; i++) {
      for (String one : repeated) {
        if (!one.startsWith("[")) {
          into.add(track(one, style, room));
        }
      }
    }
  }

  /** A number, or as often as fits. */
  private static int times(
      String count, List<String> repeated, BoxStyle style, double room, double gap) {
    if (!count.toLowerCase(Locale.ROOT).startsWith("auto-")) {
      try {
        return Math.clamp(Integer.parseInt(count), 1, MOST);
      } catch (NumberFormatException none) {
        return 1;
      }
    }
    double least = gap * repeated.size();
    for (String one : repeated) {
      String range = CssText.arguments(one, "minmax");
      String size = range == null ? one : CssText.list(range).getFirst();
      double length = LengthParser.parse(size, style.computed().units(), room, Double.NaN);
      least += Double.isNaN(length) ? 0 : length;
    }
    return least > 0 && !Double.isNaN(room)
        ? (int) Math.clamp(Math.floor((room + gap) / least), 1, MOST)
        : 1;
  }

  private static Track track(String text, BoxStyle style, double room) {
    String range = CssText.arguments(text, "minmax");
    if (range == null) {
      return size(text, style, room);
    }
    Track most = size(CssText.list(range).getLast(), style, room);
    Track least = size(CssText.list(range).getFirst(), style, room);
    return new Track(most.length(), most.share(), least.length());
  }

  private static Track size(String text, BoxStyle style, double room) {
    if (text.toLowerCase(Locale.ROOT).endsWith("fr")) {
      double share =
          LengthParser.parse(
              text.substring(0, text.length() - 2), style.computed().units(), 1, Double.NaN);
      return share >= 0 ? new Track(Double.NaN, Math.max(share, 1e-3), Double.NaN) : Track.AUTO;
    }
    double length = LengthParser.parse(text, style.computed().units(), room, Double.NaN);
    return new Track(length < 0 ? Double.NaN : length, 0, Double.NaN);
  }
}
