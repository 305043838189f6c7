package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.CssPosition;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gradients as CSS writes them (CSS Images 3 §3), for the whole of a box at the origin. */
public final class CssGradients {
  private final Style style;
  private final double width;
  private final double height;

  private CssGradients(Style style, double width, double height) {
    this.style = style;
    this.width = width;
    this.height = height;
  }

  /** The paint of an image; null where it is no linear or radial gradient. */
  public static @Nullable Paint parse(String image, Style style, double width, double height) {
    int open = image.indexOf('(');
    if (open < 0 || !image.endsWith(")")) {
      return null;
    }
    List<String> parts = CssText.list(image.substring(open + 1, image.length() - 1));
    CssGradients gradients = new CssGradients(style, width, height);
    return switch (image.substring(0, open).toLowerCase(Locale.ROOT)) {
      case "linear-gradient" -> gradients.linear(parts, Paint.Spread.PAD);
      case "repeating-linear-gradient" -> gradients.linear(parts, Paint.Spread.REPEAT);
      case "radial-gradient" -> gradients.radial(parts, Paint.Spread.PAD);
      case "repeating-radial-gradient" -> gradients.radial(parts, Paint.Spread.REPEAT);
      default -> null;
    };
  }

  private @Nullable Paint linear(List<String> parts, Paint.Spread spread) {
    double angle = angle(parts.get(0));
    boolean given = !Double.isNaN(angle);
    double radians = Math.toRadians(given ? angle : 180);
    double sin = Math.sin(radians);
    double cos = Math.cos(radians);
    double length = Math.abs(width * sin) + Math.abs(height * cos);
    List<Paint.Stop> stops = stops(given ? parts.subList(1, parts.size()) : parts, length);
    double first = stops.isEmpty() ? 0 : stops.get(0).offset();
    return stops.size() < 2
        ? null
        : new Paint.Linear(
            width / 2 - sin * length / 2,
            height / 2 + cos * length / 2,
            width / 2 + sin * length / 2,
            height / 2 - cos * length / 2,
            Affine.IDENTITY,
            first >= 0 ? spread : Paint.Spread.PAD,
            stops);
  }

  /** Clockwise from upwards, in degrees; NaN where the part is a stop. */
  private double angle(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("to ")) {
      return TransformParser.angle(lower);
    }
    boolean up = lower.contains("top");
    boolean down = lower.contains("bottom");
    boolean left = lower.contains("left");
    boolean right = lower.contains("right");
    if (!left && !right) {
      return up ? 0 : 180;
    }
    if (!up && !down) {
      return left ? 270 : 90;
    }
    // the corners beside the one meant get the colour of the middle (§3.1.1)
    double slope = Math.toDegrees(Math.atan2(height, width));
    return up ? (right ? slope : 360 - slope) : right ? 180 - slope : 180 + slope;
  }

  private @Nullable Paint radial(List<String> parts, Paint.Spread spread) {
    String lower = parts.get(0).toLowerCase(Locale.ROOT);
    boolean given = !lower.isEmpty() && Colors.parse(CssText.words(lower).get(0), style) == null;
    String shape = given ? lower : "";
    int at = shape.startsWith("at ") ? 0 : shape.indexOf(" at ");
    List<String> place = at < 0 ? List.of() : CssText.words(shape.substring(at + 3));
    List<String> size = CssText.words(at < 0 ? shape : shape.substring(0, at));
    CssPosition middle = CssPosition.of(place, style.units(), width, height);
    double cx = middle.x();
    double cy = middle.y();
    double[] radii = radii(size, cx, cy);
    List<Paint.Stop> stops = stops(given ? parts.subList(1, parts.size()) : parts, radii[0]);
    if (stops.size() < 2 || !(radii[0] > 0 && radii[1] > 0)) {
      return null;
    }
    Affine ellipse = Affine.translate(cx, cy).times(Affine.scale(radii[0], radii[1]));
    return new Paint.Radial(0, 0, 1, 0, 0, 0, ellipse, spread, stops);
  }

  /** Of the ending shape (§3.2.1). */
  private double[] radii(List<String> words, double cx, double cy) {
    boolean circle = words.contains("circle");
    double nearX = Math.min(Math.abs(cx), Math.abs(width - cx));
    double nearY = Math.min(Math.abs(cy), Math.abs(height - cy));
    double farX = Math.max(Math.abs(cx), Math.abs(width - cx));
    double farY = Math.max(Math.abs(cy), Math.abs(height - cy));
    List<Double> lengths = new ArrayList<>();
    for (String word : words) {
      double base = lengths.isEmpty() ? width : height;
      double length = LengthParser.parse(word, style.units(), base, Double.NaN);
      if (!Double.isNaN(length)) {
        lengths.add(length);
      }
    }
    if (!lengths.isEmpty()) {
      return new double[] {lengths.get(0), lengths.get(lengths.size() - 1)};
    }
    boolean near = words.contains("closest-side") || words.contains("closest-corner");
    boolean side = words.contains("closest-side") || words.contains("farthest-side");
    double x = near ? nearX : farX;
    double y = near ? nearY : farY;
    if (circle) {
      double radius = side ? near ? Math.min(x, y) : Math.max(x, y) : Math.hypot(x, y);
      return new double[] {radius, radius};
    }
    double grown = side ? 1 : Math.sqrt(2);
    return new double[] {x * grown, y * grown};
  }

  /** Colours with their places; those without one are spread evenly (§3.4.3). */
  private List<Paint.Stop> stops(List<String> parts, double length) {
    List<Rgba> colors = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (String part : parts) {
      List<String> words = CssText.words(part);
      Rgba color = words.isEmpty() ? null : Colors.parse(words.get(0), style);
      if (color == null) {
        continue; // a hint of where the middle is, which moves no colour by much
      }
      for (int i = 1; i <= Math.max(1, words.size() - 1); i++) {
        colors.add(color);
        places.add(
            i < words.size()
                ? LengthParser.parse(words.get(i), style.units(), length, 0) / length
                : Double.NaN);
      }
    }
    return placed(colors, places);
  }

  private static List<Paint.Stop> placed(List<Rgba> colors, List<Double> places) {
    List<Paint.Stop> stops = new ArrayList<>();
    int count = colors.size();
    double least = 0;
    for (int i = 0; i < count; i++) {
      double place = places.get(i);
      if (Double.isNaN(place)) {
        int next = i;
        while (next < count - 1 && Double.isNaN(places.get(next))) {
          next++;
        }
        double end = Double.isNaN(places.get(next)) ? 1 : places.get(next);
        place = i == 0 ? 0 : least + (end - least) / (next - i + 1);
      }
      least = Math.clamp(place, least, 1);
      stops.add(new Paint.Stop(least, colors.get(i)));
    }
    return stops;
  }
}
