package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import dev.deckmill.svgpptx.parse.value.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code transform} of a box, which turns around its middle (CSS Transforms 1 §4). */
final class BoxTransforms {
  private static final Pattern SHARE = Pattern.compile("(-?[\\d.]+)%");
  private static final Pattern FUNCTION = Pattern.compile("(?i)(translate[xy]?)\\(([^)]*)\\)");

  private BoxTransforms() {}

  static Affine of(BoxStyle style, Box place) {
    String text = style.computed().get(Property.TRANSFORM);
    if (text == null) {
      return Affine.IDENTITY;
    }
    Affine transform = TransformParser.parse(resolved(text, place));
    if (transform == null || transform.isIdentity()) {
      return Affine.IDENTITY;
    }
    double[] origin = origin(style.computed(), place);
    return Affine.translate(origin[0], origin[1])
        .times(transform)
        .times(Affine.translate(-origin[0], -origin[1]));
  }

  /** Shares of the box in {@code translate} as lengths. */
  private static String resolved(String text, Box place) {
    return text.indexOf('%') < 0
        ? text
        : FUNCTION.matcher(text).replaceAll(match -> lengths(match, place));
  }

  private static String lengths(MatchResult function, Box place) {
    String name = function.group(1);
    String[] arguments = function.group(2).split(",", -1);
    StringBuilder out = new StringBuilder(name).append('(');
    for (int i = 0; i < arguments.length; i++) {
      boolean down = i == 1 || name.equalsIgnoreCase("translatey");
      double whole = down ? place.height() : place.width();
      out.append(i == 0 ? "" : ",");
      out.append(
          SHARE
              .matcher(arguments[i])
              .replaceAll(m -> Double.parseDouble(m.group(1)) * whole / 100 + "px"));
    }
    return out.append(')').toString();
  }

  private static double[] origin(Style style, Box place) {
    List<String> words =
        Words.of(style.get(Property.TRANSFORM_ORIGIN, "center").toLowerCase(Locale.ROOT));
    String first = words.isEmpty() ? "center" : words.getFirst();
    String second = words.size() > 1 ? words.get(1) : "center";
    boolean swapped = first.equals("top") || first.equals("bottom");
    String across = swapped ? second : first;
    String down = swapped ? first : second;
    return new double[] {
      place.x() + coordinate(across, place.width(), style),
      place.y() + coordinate(down, place.height(), style)
    };
  }

  private static double coordinate(String word, double extent, Style style) {
    return switch (word) {
      case "left", "top" -> 0;
      case "center" -> extent / 2;
      case "right", "bottom" -> extent;
      default -> LengthParser.parse(word, style.units(), extent, extent / 2);
    };
  }
}
