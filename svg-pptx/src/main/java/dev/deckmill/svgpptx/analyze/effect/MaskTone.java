package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.paint.Gradients;
import dev.deckmill.svgpptx.analyze.paint.Stops;
import dev.deckmill.svgpptx.ir.Mask;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a mask's content looks like to the mask (CSS Masking 1 §7.10): how light it is and
 * how opaque, the same everywhere or along a gradient.
 *
 * @param along the gradient, whose own stops no longer count; null: the same everywhere
 * @param samples at the gradient's offsets, in order; one where there is no gradient
 */
record MaskTone(@Nullable Paint along, List<Sample> samples) {
  /** Between two stops that differ in more than colour or opacity the product is no line. */
  private static final int BETWEEN_STOPS = 8;

  private static final double NEARLY = 1.0 / 1024;

  /** Of what is not painted. */
  static final MaskTone TRANSPARENT = new MaskTone(null, List.of(new Sample(0, 0, 0)));

  /**
   * At one offset.
   *
   * @param light luminance times alpha, 0 to 1
   * @param alpha 0 to 1
   */
  record Sample(double offset, double light, double alpha) {
    private Sample over(Sample below) {
      double seen = 1 - alpha;
      return new Sample(offset, light + seen * below.light, alpha + seen * below.alpha);
    }

    private Sample at(double other) {
      return new Sample(other, light, alpha);
    }

    private Sample times(double share) {
      return new Sample(offset, light * share, alpha * share);
    }
  }

  MaskTone {
    samples = List.copyOf(samples);
  }

  /** Of a paint; empty where it is neither one colour nor a gradient. */
  static Optional<MaskTone> of(Paint paint, boolean linearRgb) {
    Optional<Rgba> only = Gradients.onlyColor(paint);
    if (only.isPresent()) {
      return Optional.of(new MaskTone(null, List.of(sample(0, only.get(), linearRgb))));
    }
    return switch (paint) {
      case Paint.None none -> Optional.empty();
      case Paint.Solid solid -> Optional.empty();
      case Paint.Linear l -> Optional.of(new MaskTone(l, samples(l.stops(), linearRgb)));
      case Paint.Radial r -> Optional.of(new MaskTone(r, samples(r.stops(), linearRgb)));
      case Paint.Pattern pattern -> Optional.empty();
    };
  }

  private static List<Sample> samples(List<Paint.Stop> stops, boolean linearRgb) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      Paint.Stop to = stops.get(i);
      Paint.Stop from = stops.get(Math.max(0, i - 1));
      boolean straight =
          from.color().rgb() == to.color().rgb()
              || (!linearRgb && from.color().alpha() == to.color().alpha());
      int steps = straight ? 1 : BETWEEN_STOPS;
      for (int k = 1; k <= steps; k++) {
        double share = (double) k / steps;
        Rgba color = Stops.mixed(from.color(), to.color(), share);
        double offset = from.offset() + (to.offset() - from.offset()) * share;
        samples.add(sample(offset, color, linearRgb));
      }
    }
    return samples;
  }

  private static Sample sample(double offset, Rgba color, boolean linearRgb) {
    double light =
        0.2125 * channel(color.rgb() >> 16, linearRgb)
            + 0.7154 * channel(color.rgb() >> 8, linearRgb)
            + 0.0721 * channel(color.rgb(), linearRgb);
    return new Sample(offset, light * color.alpha(), color.alpha());
  }

  private static double channel(int value, boolean linearRgb) {
    double c = (value & 0xff) / 255.0;
    return !linearRgb ? c : c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** This above another; empty where both are gradients that are seen. */
  Optional<MaskTone> over(MaskTone below) {
    if (samples.stream().allMatch(s -> s.alpha() >= 1 - NEARLY)) {
      return Optional.of(this);
    }
    if (below.along == null) {
      Sample ground = below.samples.getFirst();
      return Optional.of(each(s -> s.over(ground)));
    }
    if (along == null) {
      Sample top = samples.getFirst();
      return Optional.of(below.each(s -> top.at(s.offset()).over(s)));
    }
    return Optional.empty();
  }

  MaskTone faded(double share) {
    return share >= 1 ? this : each(s -> s.times(share));
  }

  /** This seen through another mask; empty where both are gradients. */
  Optional<MaskTone> through(Paint veil) {
    return switch (veil) {
      case Paint.Solid solid -> Optional.of(faded(solid.color().alpha()));
      case Paint.Linear l -> alone(l, l.stops());
      case Paint.Radial r -> alone(r, r.stops());
      case Paint.None none -> Optional.empty();
      case Paint.Pattern pattern -> Optional.empty();
    };
  }

  private Optional<MaskTone> alone(Paint gradient, List<Paint.Stop> stops) {
    if (along != null) {
      return Optional.empty();
    }
    Sample one = samples.getFirst();
    return Optional.of(
        new MaskTone(
            gradient,
            stops.stream().map(s -> one.at(s.offset()).times(s.color().alpha())).toList()));
  }

  /** How much the mask lets through, as the alpha of a paint. */
  Paint veil(Mask.Kind kind) {
    List<Paint.Stop> stops =
        samples.stream().map(s -> new Paint.Stop(s.offset(), share(s, kind))).toList();
    return switch (along) {
      case null -> new Paint.Solid(stops.getFirst().color());
      case Paint.None none -> none;
      case Paint.Solid solid -> solid;
      case Paint.Linear l -> l.withStops(stops);
      case Paint.Radial r -> r.withStops(stops);
      case Paint.Pattern pattern -> pattern;
    };
  }

  private static Rgba share(Sample sample, Mask.Kind kind) {
    double share =
        switch (kind) {
          case LUMINANCE -> sample.light();
          case ALPHA -> sample.alpha();
        };
    return new Rgba(0xffffff, share >= 1 - NEARLY ? 1 : share <= NEARLY ? 0 : share);
  }

  /** Whether nobody can tell them apart. */
  boolean isLike(MaskTone other) {
    return along == null
        && other.along == null
        && Math.abs(samples.getFirst().light() - other.samples.getFirst().light()) < NEARLY
        && Math.abs(samples.getFirst().alpha() - other.samples.getFirst().alpha()) < NEARLY;
  }

  private MaskTone each(UnaryOperator<Sample> by) {
    return new MaskTone(along, samples.stream().map(by).toList());
  }
}
