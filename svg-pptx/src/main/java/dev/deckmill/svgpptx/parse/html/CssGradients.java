package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.CssPosition;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code linear-gradient()} and {@code radial-gradient()} (CSS Images 3 §3). For one page on one
 * thread.
 */
final class CssGradients {
  private static final int MOST_LAYERS = 32;
  private static final int MOST_STOPS = 256;

  /** Of gradients in all boxes of a page; a colour takes some ten. */
  private static final int MOST_CHARACTERS = 1_000_000;

  /** The layers of a value: many boxes have the same. */
  private final Map<String, List<String>> known = new HashMap<>();

  private int charactersLeft = MOST_CHARACTERS;

  /**
   * What a list of images says.
   *
   * @param paints the foremost first; what is no gradient is passed over
   * @param isCut whether there were more gradients, or stops, than any tool writes
   */
  record Layers(List<Paint> paints, boolean isCut) {}

  Layers of(String images, Style style, Box place) {
    List<String> layers = known.computeIfAbsent(images, CssGradients::layers);
    List<Paint> paints = new ArrayList<>(layers.size());
    boolean cut = layers.size() > MOST_LAYERS;
    for (String layer : cut ? layers.subList(0, MOST_LAYERS) : layers) {
      Gradient gradient = new Gradient(style, place);
      Paint paint = gradient.paint(layer);
      cut |= gradient.cut;
      if (paint != null) {
        paints.add(paint);
      }
    }
    return new Layers(paints, cut);
  }

  private static List<String> layers(String images) {
    return images.indexOf("gradient(") < 0 ? List.of() : CssText.list(images);
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

  /** One of them in a box. */
  private final class Gradient {
    private final Style style;
    private final Box place;
    private boolean cut;

    Gradient(Style style, Box place) {
      this.style = style;
      this.place = place;
    }

    @Nullable Paint paint(String text) {
      int open = text.indexOf('(');
      if (open < 0 || !text.endsWith(")")) {
        return null;
      }
      if (text.length() > charactersLeft) {
        cut = true;
        return null;
      }
      charactersLeft -= text.length();
      List<String> arguments = CssText.list(text.substring(open + 1, text.length() - 1));
      String name = text.substring(0, open).toLowerCase(Locale.ROOT);
      boolean repeats = name.startsWith("repeating-");
      Paint.Spread spread = repeats ? Paint.Spread.REPEAT : Paint.Spread.PAD;
      return switch (repeats ? name.substring("repeating-".length()) : name) {
        case "linear-gradient", "-webkit-linear-gradient" -> linear(arguments, spread);
        case "radial-gradient" -> radial(arguments, spread);
        default -> null;
      };
    }

    private @Nullable Paint linear(List<String> arguments, Paint.Spread spread) {
      String first = arguments.getFirst().toLowerCase(Locale.ROOT);
      double angle = angle(first);
      boolean given = !Double.isNaN(angle);
      double radians = Math.toRadians(given ? angle : 180);
      double sin = Math.sin(radians);
      double cos = Math.cos(radians);
      double length = Math.abs(place.width() * sin) + Math.abs(place.height() * cos);
      List<Paint.Stop> stops = stops(arguments.subList(given ? 1 : 0, arguments.size()), length);
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
    private double angle(String text) {
      if (text.startsWith("to ")) {
        double up = text.contains("top") ? 1 : text.contains("bottom") ? -1 : 0;
        double right = text.contains("right") ? 1 : text.contains("left") ? -1 : 0;
        // towards a corner the middle line runs through the other two
        boolean corner = up != 0 && right != 0;
        double across = corner ? right * place.height() : right;
        double along = corner ? up * place.width() : up;
        return Math.toDegrees(Math.atan2(across, along));
      }
      double degrees = TransformParser.angle(text);
      return Double.isFinite(degrees) ? degrees : Double.NaN;
    }

    /** From the middle, or where {@code at} says, to the farthest corner. */
    private @Nullable Paint radial(List<String> arguments, Paint.Spread spread) {
      String first = arguments.getFirst().toLowerCase(Locale.ROOT);
      List<String> words = CssText.words(first);
      boolean given = words.isEmpty() || Colors.parse(words.getFirst(), style) == null;
      int at = given ? first.indexOf("at ") : -1;
      List<String> where = at < 0 ? List.of() : CssText.words(first.substring(at + 3));
      CssPosition middle = CssPosition.of(where, style.units(), place.width(), place.height());
      double x = middle.x();
      double y = middle.y();
      double farX = Math.max(x, place.width() - x);
      double farY = Math.max(y, place.height() - y);
      boolean circle = given && first.contains("circle");
      double rx = circle ? Math.hypot(farX, farY) : farX * Math.sqrt(2);
      double ry = circle ? rx : farY * Math.sqrt(2);
      List<Paint.Stop> stops = stops(arguments.subList(given ? 1 : 0, arguments.size()), rx);
      if (stops.size() < 2 || !(rx > 0 && ry > 0)) {
        return null;
      }
      Affine transform = new Affine(rx, 0, 0, ry, place.x() + x, place.y() + y);
      return new Paint.Radial(0, 0, 1, 0, 0, 0, transform, spread, stops);
    }

    /** Colours with their places; those without one stand evenly between those with (§3.4.3). */
    private List<Paint.Stop> stops(List<String> written, double length) {
      List<Rgba> colors = new ArrayList<>();
      List<Double> offsets = new ArrayList<>();
      cut |= written.size() > MOST_STOPS;
      for (String one : written.subList(0, Math.min(MOST_STOPS, written.size()))) {
        List<String> words = CssText.words(one);
        Rgba color = words.isEmpty() ? null : Colors.parse(words.getFirst(), style);
        if (color == null) {
          continue;
        }
        for (int i = 1; i < Math.clamp(words.size(), 2, 3); i++) {
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
  }

  /**
   * Stops at shares of a gradient, NaN or infinite where none is given: those stand evenly between
   * the others.
   */
  static List<Paint.Stop> spaced(List<Rgba> colors, List<Double> offsets) {
    int last = colors.size() - 1;
    List<Paint.Stop> stops = new ArrayList<>();
    double before = 0;
    int known = -1;
    for (int i = 0; i <= last; i++) {
      while (known < i || (known < last && !Double.isFinite(offsets.get(known)))) {
        known++;
      }
      double offset = offsets.get(i);
      if (!Double.isFinite(offset)) {
        double end = Double.isFinite(offsets.get(known)) ? offsets.get(known) : 1;
        offset = i == 0 ? 0 : i == last ? 1 : before + (end - before) / (known - i + 1);
      }
      before = Math.max(before, Math.clamp(offset, 0, 1));
      stops.add(new Paint.Stop(before, colors.get(i)));
    }
    return stops;
  }
}
