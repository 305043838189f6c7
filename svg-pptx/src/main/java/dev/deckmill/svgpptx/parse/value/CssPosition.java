package dev.deckmill.svgpptx.parse.value;

import java.util.List;

/**
 * {@code <position>} (CSS Values 4 §8.3): where something lies in a box.
 *
 * @param x from the box's left
 * @param y from its top
 */
public record CssPosition(double x, double y) {
  private static final String MIDDLE = "center";

  /**
   * One word to four, in lower case; the middle for what isn't given or can't be read.
   *
   * @param width of the box
   * @param height of the box
   */
  public static CssPosition of(List<String> words, Units units, double width, double height) {
    if (words.size() > 2) {
      return fromEdges(words, units, width, height);
    }
    String first = words.isEmpty() ? MIDDLE : words.get(0);
    String second = words.size() < 2 ? MIDDLE : words.get(1);
    boolean swapped = isVertical(first) || isHorizontal(second);
    return new CssPosition(
        coordinate(swapped ? second : first, units, width),
        coordinate(swapped ? first : second, units, height));
  }

  /** Edges, each with how far from it, as in {@code right 10px bottom}. */
  private static CssPosition fromEdges(
      List<String> words, Units units, double width, double height) {
    double x = width / 2;
    double y = height / 2;
    for (int i = 0; i < words.size(); i++) {
      String edge = words.get(i);
      double extent = isVertical(edge) ? height : width;
      double off =
          i + 1 < words.size() ? LengthParser.parse(words.get(i + 1), units, extent, 0) : 0;
      double at = coordinate(edge, units, extent) + (isEnd(edge) ? -off : off);
      x = isHorizontal(edge) ? at : x;
      y = isVertical(edge) ? at : y;
    }
    return new CssPosition(x, y);
  }

  private static boolean isHorizontal(String word) {
    return word.equals("left") || word.equals("right");
  }

  private static boolean isVertical(String word) {
    return word.equals("top") || word.equals("bottom");
  }

  private static boolean isEnd(String word) {
    return word.equals("right") || word.equals("bottom");
  }

  private static double coordinate(String word, Units units, double extent) {
    return switch (word) {
      case "left", "top" -> 0;
      case MIDDLE -> extent / 2;
      case "right", "bottom" -> extent;
      default -> LengthParser.parse(word, units, extent, extent / 2);
    };
  }
}
