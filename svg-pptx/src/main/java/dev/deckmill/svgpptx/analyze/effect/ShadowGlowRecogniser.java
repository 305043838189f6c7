package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises filters that are nothing but shadows and glows below the unchanged graphic, however
 * they are put together: by following what each primitive makes of the source.
 */
public final class ShadowGlowRecogniser {
  private static final double SMALLEST = 1e-3;

  private final Map<String, List<Layer>> results = new HashMap<>();
  private List<Layer> previous = List.of(Layer.GRAPHIC);

  /** What an image in the filter shows. */
  private sealed interface Layer {
    Layer GRAPHIC = new Copy(0, 0, 0, 1, null);
    Layer SILHOUETTE = new Copy(0, 0, 0, 1, new Rgba(0, 1));

    /** The source, moved and blurred, in its own colours (null) or in one. */
    record Copy(double dx, double dy, double sigma, double opacity, @Nullable Rgba color)
        implements Layer {}

    /** One colour everywhere. */
    record Flood(Rgba color) implements Layer {}
  }

  /** Tells that a primitive does something else. */
  private static final class Other extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private ShadowGlowRecogniser() {}

  /**
   * The filter's shadows and glows, back to front; empty when the filter is something else.
   *
   * @param own the one colour of what is filtered, for copies of it in its own colours; or null
   * @param scale EMU to one unit of the filter's lengths
   */
  public static Optional<List<ShapeEffect>> of(Filter filter, @Nullable Rgba own, double scale) {
    try {
      return new ShadowGlowRecogniser().follow(filter, own, scale);
    } catch (Other | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<List<ShapeEffect>> follow(Filter filter, @Nullable Rgba own, double scale)
      throws Other {
    for (Filter.Primitive primitive : filter.primitives()) {
      previous = result(primitive);
      if (primitive.result() != null) {
        results.put(primitive.result(), previous);
      }
    }
    if (previous.isEmpty() || !previous.get(previous.size() - 1).equals(Layer.GRAPHIC)) {
      return Optional.empty();
    }
    List<ShapeEffect> effects = new ArrayList<>();
    for (Layer layer : previous.subList(0, previous.size() - 1)) {
      if (!(layer instanceof Layer.Copy copy) || (copy.color() == null && own == null)) {
        return Optional.empty();
      }
      effects.add(effect(copy, copy.color() != null ? copy.color() : own, scale));
    }
    return Optional.of(effects);
  }

  private static ShapeEffect effect(Layer.Copy copy, @Nullable Rgba color, double scale) {
    Rgba faded = Paints.faded(Objects.requireNonNull(color, "color"), copy.opacity());
    return Math.hypot(copy.dx(), copy.dy()) < SMALLEST && copy.sigma() > 0
        ? new ShapeEffect.Glow(copy.sigma() * scale, faded)
        : new ShapeEffect.Shadow(copy.dx() * scale, copy.dy() * scale, copy.sigma() * scale, faded);
  }

  private List<Layer> result(Filter.Primitive p) throws Other {
    return switch (p.name()) {
      case "feGaussianBlur" -> {
        Layer.Copy in = copy(p.input());
        double sigma = deviation(p);
        yield List.of(
            new Layer.Copy(
                in.dx(), in.dy(), Math.hypot(in.sigma(), sigma), in.opacity(), in.color()));
      }
      case "feOffset" -> {
        Layer.Copy in = copy(p.input());
        yield List.of(
            new Layer.Copy(
                in.dx() + number(p, "dx", 0),
                in.dy() + number(p, "dy", 0),
                in.sigma(),
                in.opacity(),
                in.color()));
      }
      case "feFlood" -> List.of(new Layer.Flood(flood(p)));
      case "feDropShadow" -> dropShadow(p);
      case "feMerge" -> merged(p);
      case "feComposite" -> composite(p);
      case "feBlend" -> {
        if (!p.attributes().getOrDefault("mode", "normal").equals("normal")) {
          throw new Other();
        }
        yield over(image(p.input()), image(p.attributes().get("in2")));
      }
      case "feComponentTransfer" -> transferred(p);
      case "feColorMatrix" -> recolored(p);
      default -> throw new Other();
    };
  }

  private List<Layer> dropShadow(Filter.Primitive p) throws Other {
    List<Layer> in = image(p.input());
    if (in.size() != 1 || !(in.get(0) instanceof Layer.Copy copy)) {
      throw new Other();
    }
    return List.of(
        new Layer.Copy(
            copy.dx() + number(p, "dx", 2),
            copy.dy() + number(p, "dy", 2),
            Math.hypot(copy.sigma(), deviation(p)),
            copy.opacity(),
            flood(p)),
        copy);
  }

  private List<Layer> merged(Filter.Primitive p) throws Other {
    List<Layer> all = new ArrayList<>();
    for (Filter.Primitive node : p.children()) {
      all.addAll(image(node.input()));
    }
    return all;
  }

  private List<Layer> composite(Filter.Primitive p) throws Other {
    String operator = p.attributes().getOrDefault("operator", "over");
    List<Layer> in = image(p.input());
    List<Layer> in2 = image(p.attributes().get("in2"));
    if (operator.equals("over")) {
      return over(in, in2);
    }
    if (operator.equals("in")
        && in.size() == 1
        && in2.size() == 1
        && in.get(0) instanceof Layer.Flood flood
        && in2.get(0) instanceof Layer.Copy copy) {
      double faint = copy.color() == null ? 1 : copy.color().alpha();
      return List.of(
          new Layer.Copy(
              copy.dx(), copy.dy(), copy.sigma(), copy.opacity() * faint, flood.color()));
    }
    throw new Other();
  }

  private static List<Layer> over(List<Layer> upper, List<Layer> lower) {
    List<Layer> both = new ArrayList<>(lower);
    both.addAll(upper);
    return both;
  }

  /** A factor on alpha alone, as in {@code <feFuncA type="linear" slope="0.3"/>}. */
  private List<Layer> transferred(Filter.Primitive p) throws Other {
    Layer.Copy in = copy(p.input());
    double slope = 1;
    for (Filter.Primitive function : p.children()) {
      String type = function.attributes().getOrDefault("type", "identity");
      if (type.equals("identity")) {
        continue;
      }
      if (!function.name().equals("feFuncA")
          || !type.equals("linear")
          || number(function, "intercept", 0) != 0) {
        throw new Other();
      }
      slope *= number(function, "slope", 1);
    }
    return List.of(faded(in, slope));
  }

  /** A matrix that gives one colour and scales alpha: {@code 0 0 0 0 r … 0 0 0 k 0}. */
  private List<Layer> recolored(Filter.Primitive p) throws Other {
    if (!p.attributes().getOrDefault("type", "matrix").equals("matrix")) {
      throw new Other();
    }
    Layer.Copy in = copy(p.input());
    String[] words = p.attributes().getOrDefault("values", "").trim().split("[\\s,]+", -1);
    if (words.length != 20) {
      throw new Other();
    }
    double[] m = new double[20];
    for (int i = 0; i < 20; i++) {
      m[i] = Double.parseDouble(words[i]);
    }
    boolean black = in.color() != null && in.color().rgb() == 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        if (m[row * 5 + column] != 0 && !(black && column < 3)) {
          throw new Other();
        }
      }
    }
    if (m[15] != 0 || m[16] != 0 || m[17] != 0 || m[19] != 0) {
      throw new Other();
    }
    Rgba color = new Rgba(channel(m[4], p) << 16 | channel(m[9], p) << 8 | channel(m[14], p), 1);
    double alpha = in.color() == null ? 1 : in.color().alpha();
    Layer.Copy one = new Layer.Copy(in.dx(), in.dy(), in.sigma(), in.opacity() * alpha, color);
    return List.of(faded(one, m[18]));
  }

  private static int channel(double value, Filter.Primitive p) {
    double v = Math.max(0, Math.min(1, value));
    double srgb =
        !p.linearRgb() ? v : v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return (int) Math.round(srgb * 255);
  }

  private static Layer.Copy faded(Layer.Copy in, double by) throws Other {
    if (by < 0) {
      throw new Other();
    }
    return new Layer.Copy(in.dx(), in.dy(), in.sigma(), Math.min(1, in.opacity() * by), in.color());
  }

  private Layer.Copy copy(@Nullable String input) throws Other {
    List<Layer> image = image(input);
    if (image.size() == 1 && image.get(0) instanceof Layer.Copy copy) {
      return copy;
    }
    throw new Other();
  }

  private List<Layer> image(@Nullable String input) throws Other {
    if (input == null) {
      return previous;
    }
    return switch (input) {
      case "SourceGraphic" -> List.of(Layer.GRAPHIC);
      case "SourceAlpha" -> List.of(Layer.SILHOUETTE);
      case "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint" -> throw new Other();
      default -> results.getOrDefault(input, previous);
    };
  }

  private static Rgba flood(Filter.Primitive p) throws Other {
    String color = p.attributes().getOrDefault("flood-color", "#000000");
    if (!color.matches("#[0-9a-fA-F]{6}")) {
      throw new Other();
    }
    double opacity = Math.max(0, Math.min(1, number(p, "flood-opacity", 1)));
    return new Rgba(Integer.parseInt(color.substring(1), 16), opacity);
  }

  /** The same in both directions, or this is not a blur that PowerPoint has. */
  private static double deviation(Filter.Primitive p) throws Other {
    String[] words =
        p.attributes()
            .getOrDefault("stdDeviation", p.name().equals("feDropShadow") ? "2" : "0")
            .trim()
            .split("[\\s,]+", -1);
    double x = Double.parseDouble(words[0]);
    double y = words.length > 1 ? Double.parseDouble(words[1]) : x;
    if (x < 0 || Math.abs(x - y) > 0.05 * Math.max(x, y)) {
      throw new Other();
    }
    return (x + y) / 2;
  }

  private static double number(Filter.Primitive p, String name, double otherwise) {
    String value = p.attributes().get(name);
    return value == null ? otherwise : Double.parseDouble(value.trim());
  }
}
