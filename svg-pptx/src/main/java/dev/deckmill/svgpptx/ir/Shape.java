package dev.deckmill.svgpptx.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code rect}, {@code circle}, {@code ellipse}, {@code line}, {@code polyline}, {@code polygon} or
 * {@code path}. Markers are groups of their own beside it.
 *
 * @param geometry its outline
 * @param fill how its inside is painted
 * @param fillRule what its inside is
 * @param stroke how its outline is painted, or null
 * @param strokeFirst true where {@code paint-order} puts the stroke below the fill
 */
public record Shape(
    Origin origin,
    Affine transform,
    Compositing compositing,
    Geometry geometry,
    Paint fill,
    FillRule fillRule,
    @Nullable Stroke stroke,
    boolean strokeFirst)
    implements Node {
  /** SVG 2 §13.4.2. */
  public enum FillRule {
    NONZERO,
    EVENODD
  }

  public Shape {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(compositing, "compositing");
    Objects.requireNonNull(geometry, "geometry");
    Objects.requireNonNull(fill, "fill");
    Objects.requireNonNull(fillRule, "fillRule");
  }
}
