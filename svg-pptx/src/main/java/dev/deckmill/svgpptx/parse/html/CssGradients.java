package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code linear-gradient()} and {@code radial-gradient()} (CSS Images 3 §3). */
final class CssGradients {
  private CssGradients() {}

  /** The gradients of a list, the foremost first; what is something else is passed over. */
  static List<Paint> all(String images, Style style, Box place) {
    if (images.indexOf("gradient(") < 0) {
      return List.of();
    }
    List<Paint> paints = new ArrayList<>();
    for (String layer : layers(images)) {
      Paint paint = gradient(layer, style, place);
      if (paint != null) {
        paints.add(paint);
      }
    }
    return paints;
  }

  static boolean isOpaque(Paint paint) {
    return switch (paint) {
      case Paint.Linear linear -> linear.stops().stream().allMatch(s -> s.color().alpha() >= 1);
      case Paint.Radial radial -> radial.stops().stream().allMatch(s -> s.color().alpha() >= 1);
      case Paint.None none -> false;
      case Paint.Solid solid -> false;
      case Paint.Pattern pattern -> false;
    };
  }

  private static @Nullable Paint gradient(String text, Style style, Box place) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      return null;
    }
    List<String> arguments = layers(text.substring(open + 1, text.length() - 1));
    String name = text.substring(0, open).toLowerCase(Locale.ROOT);
    boolean repeats = name.startsWith("repeating-");
    Paint.Spread spread = repeats ? Paint.Spread.REPEAT : Paint.Spread.PAD;
    return switch (repeats ? name.substring("repeating-".length()) : name) {
      case "linear-gradient", "-webkit-linear-gradient" -> linear(arguments, style, place, spread);
      case "radial-gradient" -> radial(arguments, style, place, spread);
      default -> null;
    };
  }

  private static @Nullable Paint linear(
      List<String> arguments, Style style, Box place, Paint.Spread spread) {
    String first = arguments.getFirst().toLowerCase(Locale.ROOT);
    double angle = angle(first, place);
    boolean given = !Double.isNaN(angle);
    double radians = Math.toRadians(given ? angle : 180);
    double sin = Math.sin(radians);
    double cos = Math.cos(radians);
    double length = Math.abs(place.width() * sin) + Math.abs(place.height() * cos);
    List<Paint.Stop> stops =
        stops(arguments.subList(given ? 1 : 0, arguments.size()), style, length);
    double x = place.x() + place.width() / 2;
    double y = place.y() + place.height() / 2;
    return stops.size() < 2
        ? null
        : new Paint.Linear(
            x - sin * length / 2,
            y + cos * length / 2,
            x + sin * length / 2,
            y - cos * length / 2,
            Affine.IDENTITY,
            spread,
            stops);
  }

  /** Clockwise from upwards, in degrees; NaN where the argument is a colour. */
  private static double angle(String text, Box place) {
    if (text.startsWith("to ")) {
      double up = text.contains("top") ? 1 : text.contains("bottom") ? -1 : 0;
      double right = text.contains("right") ? 1 : text.contains("left") ? -1 : 0;
      // towards a corner the middle line runs through the other two
      boolean corner = up != 0 && right != 0;
      double across = corner ? right * place.height() : right;
      double along = corner ? up * place.width() : up;
      return Math.toDegrees(Math.atan2(across, along));
    }
    double scale =
        text.endsWith("turn")
            ? 360
            : text.endsWith("grad") ? 0.9 : text.endsWith("rad") ? 180 / Math.PI : 1;
    boolean isAngle = text.endsWith("deg") || scale != 1;
    try {
      return isAngle
          ? Double.parseDouble(text.replaceAll("(deg|turn|grad|rad)$", "")) * scale
          : Double.NaN;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  /** From the middle, or where {@code at} says, to the farthest corner. */
  private static @Nullable Paint radial(
      List<String> arguments, Style style, Box place, Paint.Spread spread) {
    String first = arguments.getFirst().toLowerCase(Locale.ROOT);
    boolean given = Colors.parse(words(first).getFirst(), style) == null;
    int at = given ? first.indexOf("at ") : -1;
    List<String> where = at < 0 ? List.of() : words(first.substring(at + 3));
    double x = coordinate(where, 0, place.width(), style);
    double y = coordinate(where, 1, place.height(), style);
    double farX = Math.max(x, place.width() - x);
    double farY = Math.max(y, place.height() - y);
    boolean circle = given && first.contains("circle");
    double rx = circle ? Math.hypot(farX, farY) : farX * Math.sqrt(2);
    double ry = circle ? rx : farY * Math.sqrt(2);
    List<Paint.Stop> stops = stops(arguments.subList(given ? 1 : 0, arguments.size()), style, rx);
    if (stops.size() < 2 || !(rx > 0 && ry > 0)) {
      return null;
    }
    Affine transform = new Affine(rx, 0, 0, ry, place.x() + x, place.y() + y);
    return new Paint.Radial(0, 0, 1, 0, 0, 0, transform, spread, stops);
  }

  private static double coordinate(List<String> words, int index, double extent, Style style) {
    String word = index < words.size() ? words.get(index) : "center";
    return switch (word) {
      case "left", "top" -> 0;
      case "right", "bottom" -> extent;
      case "center" -> extent / 2;
      default -> LengthParser.parse(word, style.units(), extent, extent / 2);
    };
  }

  /** Colours with their places; those without one stand evenly between those with (§3.4.3). */
  private static List<Paint.Stop> stops(List<String> written, Style style, double length) {
    List<Rgba> colors = new ArrayList<>();
    List<Double> offsets = new ArrayList<>();
    for (String one : written) {
      List<String> words = words(one);
      Rgba color = words.isEmpty() ? null : Colors.parse(words.getFirst(), style);
      if (color == null) {
        continue;
      }
      for (int i = 1; i < Math.max(2, words.size()); i++) {
        double offset =
            i < words.size()
                ? LengthParser.parse(words.get(i), style.units(), length, Double.NaN)
                : Double.NaN;
        colors.add(color);
        offsets.add(offset / length);
      }
    }
    return spaced(colors, offsets);
  }

  private static List<Paint.Stop> spaced(List<Rgba> colors, List<Double> offsets) {
    int last = colors.size() - 1;
    List<Paint.Stop> stops = new ArrayList<>();
    double before = 0;
    for (int i = 0; i <= last; i++) {
      double offset = offsets.get(i);
      if (!Double.isFinite(offset)) {
        int next = i;
        while (next < last && !Double.isFinite(offsets.get(next))) {
          next++;
        }
        double end = Double.isFinite(offsets.get(next)) ? offsets.get(next) : 1;
        offset = i == 0 ? 0 : i == last ? 1 : before + (end - before) / (next - i + 1);
      }
      before = Math.max(before, Math.clamp(offset, 0, 1));
      stops.add(new Paint.Stop(before, colors.get(i)));
    }
    return stops;
  }

  /** What commas outside of brackets part. */
  static List<String> layers(String text) {
    return parts(text, ',');
  }

  /** What spaces outside of brackets part. */
  static List<String> words(String text) {
    return parts(text.strip(), ' ');
  }

  private static List<String> parts(String text, char gap) {
    List<String> parts = new ArrayList<>(4);
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : gap;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == gap && (depth <= 0 || i == text.length())) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty() || gap == ',') {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts.isEmpty() ? List.of("") : parts;
  }
}
