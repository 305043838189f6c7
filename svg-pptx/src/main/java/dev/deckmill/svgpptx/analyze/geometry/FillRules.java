package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.util.Optional;

/**
 * Makes the inside of a path the same under the even-odd rule, which PowerPoint applies within one
 * {@code a:path}, as it is under the rule it was drawn with.
 *
 * <p>What a path goes along in both directions is no edge of anything ({@link SharedEdges}). The
 * two rules differ only where a path winds around something more than once. Most paths tell at a
 * glance that they don't ({@link SingleTurn}, {@link ContourTurns}); the others are cut where they
 * cross themselves ({@link NonzeroResolver}); where even that is unclear, Java2D's area arithmetic
 * decides, which is slower and cuts curves where there is no need to.
 */
public final class FillRules {
  /** Beyond this, Java2D's area arithmetic takes seconds. */
  private static final int MOST_SEGMENTS = 4_000;

  private FillRules() {}

  /** Another path with the same inside, where one is needed. */
  public static Optional<Geometry.Path> evenOdd(Geometry.Path path, FillRule rule) {
    if (rule == FillRule.EVENODD) {
      return Optional.empty();
    }
    Optional<Geometry.Path> whole = SharedEdges.removed(path);
    if (whole.isPresent() && whole.get().commands().length == 0) {
      // Lines there and back have no inside by either rule; their stroke is still drawn along them.
      return Optional.empty();
    }
    return whole.isEmpty()
        ? resolved(path, rule)
        : Optional.of(resolved(whole.get(), rule).orElse(whole.get()));
  }

  private static Optional<Geometry.Path> resolved(Geometry.Path path, FillRule rule) {
    if (path.commands().length > MOST_SEGMENTS) {
      return Optional.empty();
    }
    if (SingleTurn.is(path)) {
      return Optional.empty();
    }
    PathSegments segments = PathSegments.of(path);
    if (ContourTurns.windOnce(segments)) {
      return Optional.empty();
    }
    return switch (NonzeroResolver.resolve(segments)) {
      case NonzeroResolver.Outcome.Same same -> Optional.empty();
      case NonzeroResolver.Outcome.Resolved resolved -> Optional.of(resolved.path());
      case NonzeroResolver.Outcome.Unclear unclear ->
          Optional.of(Outlines.path(Outlines.area(path, rule)));
    };
  }
}
