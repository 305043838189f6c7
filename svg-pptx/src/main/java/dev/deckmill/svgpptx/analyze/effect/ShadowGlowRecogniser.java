package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Blend;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ComponentTransfer;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DiffuseLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DropShadow;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Flood;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Image;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Merge;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Morphology;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Offset;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Tile;
import dev.deckmill.svgpptx.ir.FilterPrimitive.TransparentBlack;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.SrgbTransfer;
import dev.deckmill.svgpptx.ir.TransferFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises filters that are nothing but shadows and glows below the unchanged graphic, however
 * they are put together: by following what each primitive makes of the source.
 */
public final class ShadowGlowRecogniser {
  private static final int MOST_LAYERS = 64;

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

  private final boolean isOpaque;

  private ShadowGlowRecogniser(boolean isOpaque) {
    this.isOpaque = isOpaque;
  }

  /**
   * The filter's shadows and glows, back to front; empty when the filter is something else.
   *
   * @param own the one colour of what is filtered, for copies of it in its own colours; or null
   * @param isOpaque whether nothing is seen through what is filtered
   * @param toSlide from the filter's user space, along whose axes offsets lie, to EMU
   */
  public static Optional<List<ShapeEffect>> of(
      Filter filter, @Nullable Rgba own, boolean isOpaque, Affine toSlide) {
    try {
      return new ShadowGlowRecogniser(isOpaque).follow(filter, own, toSlide);
    } catch (Other e) {
      return Optional.empty();
    }
  }

  private Optional<List<ShapeEffect>> follow(Filter filter, @Nullable Rgba own, Affine toSlide)
      throws Other {
    for (Filter.Step step : filter.steps()) {
      previous = result(step.primitive(), step.linearRgb());
      if (step.result() != null) {
        results.put(step.result(), previous);
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
      effects.add(effect(copy, copy.color() != null ? copy.color() : own, toSlide));
    }
    return Optional.of(effects);
  }

  private static ShapeEffect effect(Layer.Copy copy, @Nullable Rgba color, Affine toSlide) {
    Rgba faded = Objects.requireNonNull(color, "color").faded(copy.opacity());
    double sigma = copy.sigma() * Similarity.scale(toSlide);
    return Math.hypot(copy.dx(), copy.dy()) < SMALLEST && sigma > 0
        ? new ShapeEffect.Glow(sigma, faded)
        : new ShapeEffect.Shadow(
            toSlide.a() * copy.dx() + toSlide.c() * copy.dy(),
            toSlide.b() * copy.dx() + toSlide.d() * copy.dy(),
            sigma,
            faded);
  }

  private List<Layer> result(FilterPrimitive primitive, boolean linearRgb) throws Other {
    return switch (primitive) {
      case GaussianBlur p -> {
        Layer.Copy in = copy(p.in());
        double sigma = Math.hypot(in.sigma(), deviation(p.deviation()));
        yield List.of(new Layer.Copy(in.dx(), in.dy(), sigma, in.opacity(), in.color()));
      }
      case Offset p -> {
        Layer.Copy in = copy(p.in());
        yield List.of(
            new Layer.Copy(
                in.dx() + p.dx(), in.dy() + p.dy(), in.sigma(), in.opacity(), in.color()));
      }
      // Figma begins each filter with a flood of nothing, to have something to blend with.
      case Flood p -> p.color().alpha() == 0 ? List.of() : List.of(new Layer.Flood(p.color()));
      case DropShadow p -> dropShadow(p);
      case Merge p -> merged(p);
      case Composite p -> composite(p);
      case Blend p -> {
        if (p.mode() != Compositing.Blend.NORMAL) {
          throw new Other();
        }
        yield over(image(p.in()), image(p.in2()));
      }
      case ComponentTransfer p -> transferred(p);
      case ColorMatrix p -> recolored(p, linearRgb);
      case ConvolveMatrix p -> throw new Other();
      case DiffuseLighting p -> throw new Other();
      case DisplacementMap p -> throw new Other();
      case Image p -> throw new Other();
      case Morphology p -> throw new Other();
      case SpecularLighting p -> throw new Other();
      case Tile p -> throw new Other();
      case TransparentBlack p -> throw new Other();
      case Turbulence p -> throw new Other();
    };
  }

  private List<Layer> dropShadow(DropShadow p) throws Other {
    Layer.Copy copy = copy(p.in());
    return List.of(
        new Layer.Copy(
            copy.dx() + p.dx(),
            copy.dy() + p.dy(),
            Math.hypot(copy.sigma(), deviation(p.deviation())),
            copy.opacity(),
            p.color()),
        copy);
  }

  private List<Layer> merged(Merge p) throws Other {
    List<Layer> all = new ArrayList<>();
    for (FilterInput node : p.nodes()) {
      all.addAll(image(node));
      requireFew(all);
    }
    return all;
  }

  private List<Layer> composite(Composite p) throws Other {
    List<Layer> in = image(p.in());
    List<Layer> in2 = image(p.in2());
    if (p.operator() == Composite.Operator.OVER) {
      return over(in, in2);
    }
    if (p.operator() == Composite.Operator.OUT && isOpaque && hidesAll(in2)) {
      return in;
    }
    if (p.operator() == Composite.Operator.IN
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

  /**
   * Whether it is the source itself, as opaque: what of a shadow is cut out by it, as Figma does,
   * is below the source and isn't seen anyway.
   */
  private static boolean hidesAll(List<Layer> layers) {
    return layers.size() == 1
        && layers.getFirst() instanceof Layer.Copy copy
        && copy.dx() == 0
        && copy.dy() == 0
        && copy.sigma() == 0
        && copy.opacity() == 1
        && (copy.color() == null || copy.color().alpha() == 1);
  }

  private static List<Layer> over(List<Layer> upper, List<Layer> lower) throws Other {
    List<Layer> both = new ArrayList<>(lower);
    both.addAll(upper);
    requireFew(both);
    return both;
  }

  /** Results that are merged with themselves double at each step. */
  private static void requireFew(List<Layer> layers) throws Other {
    if (layers.size() > MOST_LAYERS) {
      throw new Other();
    }
  }

  /** A factor on alpha alone, as in {@code <feFuncA type="linear" slope="0.3"/>}. */
  private List<Layer> transferred(ComponentTransfer p) throws Other {
    Layer.Copy in = copy(p.in());
    boolean colored =
        Stream.of(p.red(), p.green(), p.blue())
            .allMatch(function -> function.equals(TransferFunction.IDENTITY));
    if (!colored) {
      throw new Other();
    }
    return switch (p.alpha()) {
      case TransferFunction.Identity identity -> List.of(in);
      case TransferFunction.Linear linear when linear.intercept() == 0 ->
          List.of(faded(in, linear.slope()));
      case TransferFunction.Linear linear -> throw new Other();
      case TransferFunction.Gamma gamma -> throw new Other();
      case TransferFunction.Table table -> throw new Other();
      case TransferFunction.Discrete discrete -> throw new Other();
    };
  }

  /** A matrix that gives one colour and scales alpha: {@code 0 0 0 0 r … 0 0 0 k 0}. */
  private List<Layer> recolored(ColorMatrix p, boolean linearRgb) throws Other {
    Layer.Copy in = copy(p.in());
    if (p.type() != ColorMatrix.Type.MATRIX || p.values().size() != 20) {
      throw new Other();
    }
    double[] m = p.coefficients();
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
    Rgba color = new Rgba(rgb(m[4], m[9], m[14], linearRgb), 1);
    double alpha = in.color() == null ? 1 : in.color().alpha();
    Layer.Copy one = new Layer.Copy(in.dx(), in.dy(), in.sigma(), in.opacity() * alpha, color);
    return List.of(faded(one, m[18]));
  }

  private static int rgb(double red, double green, double blue, boolean linearRgb) {
    return channel(red, linearRgb) << 16
        | channel(green, linearRgb) << 8
        | channel(blue, linearRgb);
  }

  private static int channel(double value, boolean linearRgb) {
    double v = Math.max(0, Math.min(1, value));
    return (int) Math.round((linearRgb ? SrgbTransfer.toGamma(v) : v) * 255);
  }

  private static Layer.Copy faded(Layer.Copy in, double by) throws Other {
    if (by < 0) {
      throw new Other();
    }
    return new Layer.Copy(in.dx(), in.dy(), in.sigma(), Math.min(1, in.opacity() * by), in.color());
  }

  private Layer.Copy copy(FilterInput input) throws Other {
    List<Layer> image = image(input);
    if (image.size() == 1 && image.get(0) instanceof Layer.Copy copy) {
      return copy;
    }
    throw new Other();
  }

  private List<Layer> image(FilterInput input) throws Other {
    return switch (input) {
      case FilterInput.Result result -> results.getOrDefault(result.name(), previous);
      case FilterInput.Source source ->
          switch (source) {
            case PREVIOUS -> previous;
            case SOURCE_GRAPHIC -> List.of(Layer.GRAPHIC);
            case SOURCE_ALPHA -> List.of(Layer.SILHOUETTE);
          };
    };
  }

  /** The same in both directions, or this is not a blur that PowerPoint has. */
  private static double deviation(@Nullable PerAxis deviation) throws Other {
    if (deviation == null) {
      throw new Other();
    }
    double x = deviation.x();
    double y = deviation.y();
    if (x < 0 || Math.abs(x - y) > 0.05 * Math.max(x, y)) {
      throw new Other();
    }
    return (x + y) / 2;
  }
}
