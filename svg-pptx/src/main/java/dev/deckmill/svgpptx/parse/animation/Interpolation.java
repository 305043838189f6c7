package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values between values (CSS Values 4 §3): colours, and texts that differ in their numbers alone.
 * Others change in the middle.
 */
public final class Interpolation {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![A-Za-z_#-][A-Za-z_])(?<!#)[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?+");
  private static final Pattern LENGTH =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)[A-Za-z%]*+|calc\\(.*\\)");
  private static final Pattern FUNCTION =
      Pattern.compile("(?<![A-Za-z0-9])([A-Za-z0-9]++)\\(([^()]*+)\\)");

  private Interpolation() {}

  /** The value at a share of the way from one to the other; a share may lie beyond 0 to 1. */
  public static String between(String from, String to, double share) {
    if (share == 0 || from.equals(to)) {
      return from;
    }
    if (share == 1) {
      return to;
    }
    Rgba a = ColorParser.parse(from);
    Rgba b = ColorParser.parse(to);
    if (a != null && b != null) {
      return ColorParser.format(color(a, b, share));
    }
    String numbers = numbers(neutral(from, to), neutral(to, from), 1 - share, share);
    if (numbers != null) {
      return numbers;
    }
    if (LENGTH.matcher(from).matches() && LENGTH.matcher(to).matches()) {
      return "calc(" + from + " * " + (1 - share) + " + " + to + " * " + share + ")";
    }
    return share < 0.5 ? from : to;
  }

  /** A value with so many times another on top, where both are numbers of a kind; else itself. */
  public static String plus(String value, String other, double times) {
    String numbers = times == 0 ? value : numbers(value, other, 1, times);
    return numbers == null ? value : numbers;
  }

  private static Rgba color(Rgba a, Rgba b, double share) {
    double alpha = Math.clamp(a.alpha() + (b.alpha() - a.alpha()) * share, 0, 1);
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = (a.rgb() >> shift & 0xff) * a.alpha();
      double to = (b.rgb() >> shift & 0xff) * b.alpha();
      double channel = alpha == 0 ? 0 : (from + (to - from) * share) / alpha;
      rgb = rgb << 8 | (int) Math.round(Math.clamp(channel, 0, 255));
    }
    return new Rgba(rgb, alpha);
  }

  /** What {@code none} is where the other is a list of functions: the same ones, doing nothing. */
  private static String neutral(String text, String other) {
    if (!text.equals("none") || other.indexOf('(') < 0) {
      return text;
    }
    return FUNCTION
        .matcher(other)
        .replaceAll(
            function -> {
              String one =
                  switch (function.group(1)) {
                    case "scale",
                        "scaleX",
                        "scaleY",
                        "brightness",
                        "contrast",
                        "saturate",
                        "opacity" ->
                        "1";
                    default -> "0";
                  };
              String inside = NUMBER.matcher(function.group(2)).replaceAll(one);
              return Matcher.quoteReplacement(function.group(1) + "(" + inside + ")");
            });
  }

  /** Null where the texts differ in more than their numbers. */
  private static @Nullable String numbers(
      String from, String to, double fromWeight, double toWeight) {
    List<String> a = parts(from);
    List<String> b = parts(to);
    if (a.size() != b.size() || a.size() < 2) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < a.size(); i++) {
      if (i % 2 == 0) {
        String gap = gap(a.get(i), b.get(i), i, a, b);
        if (gap == null) {
          return null;
        }
        out.append(gap);
      } else {
        double value =
            Double.parseDouble(a.get(i)) * fromWeight + Double.parseDouble(b.get(i)) * toWeight;
        out.append(plain(value));
      }
    }
    return out.toString();
  }

  /** What stands between two numbers; a zero needs no unit. */
  private static @Nullable String gap(
      String a, String b, int i, List<String> from, List<String> to) {
    if (a.strip().equals(b.strip())) {
      return a;
    }
    boolean zeroA = i > 0 && Double.parseDouble(from.get(i - 1)) == 0;
    boolean zeroB = i > 0 && Double.parseDouble(to.get(i - 1)) == 0;
    if (zeroA && b.endsWith(a)) {
      return b;
    }
    return zeroB && a.endsWith(b) ? a : null;
  }

  /** Texts and numbers in turn, a text first and last. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    int at = 0;
    while (number.find()) {
      parts.add(text.substring(at, number.start()));
      parts.add(number.group());
      at = number.end();
    }
    parts.add(text.substring(at));
    return parts;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(Math.abs(value) < 1e-9 ? 0 : value);
  }
}
