package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import org.jspecify.annotations.Nullable;

/** Measures the paths of one text: a path once for all the chunks that follow each other on it. */
public final class PathMeasures {
  private Geometry.@Nullable Path path;
  private @Nullable PathMeasure measure;

  @SuppressWarnings("ReferenceEquality") // chunks of one textPath share the object
  public PathMeasure of(Geometry.Path asked) {
    PathMeasure known = measure;
    if (known == null || path != asked) {
      path = asked;
      known = PathMeasure.of(asked);
      measure = known;
    }
    return known;
  }
}
