package dev.deckmill.svgpptx.parse.animation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much a value lets be seen of its element: 0 nothing, 1 everything. */
public final class Visibility {
  private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern SHRUNK =
      Pattern.compile("(?i)scale[XY]?\\(\\s*(?:[-+\\d.e]+\\s*,\\s*)?[-+]?0*\\.?0*\\s*[,)].*");

  private Visibility() {}

  /**
   * The share of an element that a value of one of its properties or attributes lets be seen.
   *
   * @param name as CSS and SVG write it
   * @param dashes the element's {@code stroke-dasharray}, or null
   */
  public static double of(String name, String value, @Nullable String dashes) {
    return switch (name) {
      case "opacity" -> value.endsWith("%") ? number(value) / 100 : Math.min(1, number(value));
      case "stroke-dashoffset" -> dashes == null ? 1 : dashed(number(value), dashes);
      case "transform" -> SHRUNK.matcher(value).find() ? 0 : 1;
      case "visibility" -> value.equals("visible") ? 1 : 0;
      case "display" -> value.equals("none") ? 0 : 1;
      case "scale", "r", "width", "height" -> number(value) == 0 ? 0 : 1;
      default -> 1;
    };
  }

  /** A line of one dash that begins with its gap is not there yet. */
  private static double dashed(double offset, String dashes) {
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
