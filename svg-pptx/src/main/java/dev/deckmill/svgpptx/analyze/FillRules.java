package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.util.Optional;

/**
 * Makes the inside of a path the same under the even-odd rule, which PowerPoint applies within one
 * {@code a:path}, as it is under the rule it was drawn with.
 *
 * <p>The two rules differ only where a path winds around something more than once. Most paths tell
 * at a glance that they don't ({@link Roundabout}, {@link Contours}); the others are cut where they
 * cross themselves ({@link Winding}); where even that is unclear, Java2D's area arithmetic decides,
 * which is slower and cuts curves where there is no need to.
 */
final class FillRules {
  /** Beyond this, Java2D's area arithmetic takes seconds. */
  private static final int MOST_SEGMENTS = 4_000;

  private FillRules() {}

  /** Another path with the same inside, where one is needed. */
  static Optional<Geometry.Path> evenOdd(Geometry.Path path, FillRule rule) {
    if (rule == FillRule.EVENODD || path.commands().length > MOST_SEGMENTS) {
      return Optional.empty();
    }
    if (Roundabout.is(path)) {
      return Optional.empty();
    }
    Segments segments = Segments.of(path);
    if (Contours.windOnce(segments)) {
      return Optional.empty();
    }
    return switch (Winding.resolve(segments)) {
      case Winding.Outcome.Same same -> Optional.empty();
      case Winding.Outcome.Resolved resolved -> Optional.of(resolved.path());
      case Winding.Outcome.Unclear unclear -> Optional.of(Outlines.path(Outlines.area(path, rule)));
    };
  }
}
