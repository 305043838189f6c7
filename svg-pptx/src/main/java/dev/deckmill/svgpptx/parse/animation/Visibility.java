package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much a value lets be seen of its element: 0 nothing, 1 everything. */
public final class Visibility {
  private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)");

  /** A single dash is never longer, whatever is in its number. */
  private static final int LONGEST_DASH = 64;

  private static final Pattern SCALE = Pattern.compile("(?i)scale(?:X|Y|3d)?\\(");

  /** One of the numbers of a function, with the sign behind it. */
  private static final Pattern ARGUMENT =
      Pattern.compile("\\s*+([-+]?[\\d.]++(?:[eE][-+]?\\d++)?+%?)\\s*+,?");

  private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+(?:[eE].*)?%?");

  /** Path data that leads nowhere, as {@code m0,25 h0}: text on it isn't seen. */
  private static final Pattern POINT = Pattern.compile("\\s*+[mM][^a-zA-Z]*+(?:[hvl][\\s0,.]*+)?+");

  private Visibility() {}

  /**
   * The share of an element that a value of one of its properties or attributes lets be seen.
   *
   * @param name as CSS and SVG write it
   * @param dashes the element's {@code stroke-dasharray}, or null
   */
  public static double of(String name, String value, @Nullable String dashes) {
    return switch (name) {
      case "opacity", "fill-opacity", "stroke-opacity" ->
          value.endsWith("%") ? number(value) / 100 : Math.min(1, number(value));
      case "stroke-dashoffset" -> dashes == null ? 1 : dashed(number(value), dashes);
      case "transform" -> isShrunk(value) ? 0 : 1;
      case "visibility" -> value.equals("visible") ? 1 : 0;
      case "display" -> value.equals("none") ? 0 : 1;
      case "d" -> POINT.matcher(value).matches() ? 0 : 1;
      case "fill", "stroke" -> isClear(value) ? 0 : 1;
      case "stroke-dasharray" -> isGap(value) ? 0 : 1;
      case "scale", "r", "rx", "ry", "width", "height", "stroke-width", "font-size" ->
          number(value) == 0 ? 0 : 1;
      default -> 1;
    };
  }

  private static boolean isClear(String paint) {
    Rgba color = ColorParser.parse(paint);
    return paint.equals("none") || (color != null && color.alpha() == 0);
  }

  /** Whether a list of dashes is one of no length and a gap. */
  private static boolean isGap(String dashes) {
    Matcher numbers = NUMBER.matcher(dashes.length() > LONGEST_DASH ? "" : dashes);
    return numbers.find()
        && Double.parseDouble(numbers.group()) == 0
        && numbers.find()
        && Double.parseDouble(numbers.group()) > 0
        && !numbers.find();
  }

  /** Whether a list of functions has a scale of 0 in it, along x or y. */
  private static boolean isShrunk(String value) {
    Matcher scale = SCALE.matcher(value);
    Matcher argument = ARGUMENT.matcher(value);
    while (scale.find()) {
      argument.region(scale.end(), value.length());
      for (int i = 0; i < 2 && argument.lookingAt(); i++) {
        if (ZERO.matcher(argument.group(1)).matches()) {
          return true;
        }
        argument.region(argument.end(), value.length());
      }
    }
    return false;
  }

  /** A line of one dash that begins with its gap is not there yet. */
  private static double dashed(double offset, String dashes) {
    if (dashes.length() > LONGEST_DASH) {
      return 1;
    }
    double dash = number(dashes);
    Matcher numbers = NUMBER.matcher(dashes);
    int count = 0;
    while (numbers.find()) {
      count++;
    }
    return count == 1 && dash > 0 && Math.abs(Math.abs(offset) % (2 * dash) - dash) < 1e-6 ? 0 : 1;
  }

  private static double number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Double.parseDouble(number.group()) : 1;
  }
}
