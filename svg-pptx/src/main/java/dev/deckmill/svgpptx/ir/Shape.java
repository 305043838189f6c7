package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code rect}, {@code circle}, {@code ellipse}, {@code line}, {@code polyline}, {@code polygon} or
 * {@code path}.
 *
 * @param geometry its outline
 * @param fill how its inside is painted
 * @param fillRule what its inside is
 * @param stroke how its outline is painted, or null
 * @param strokeFirst true where {@code paint-order} puts the stroke below the fill
 * @param markers drawn over fill and stroke, in order
 */
public record Shape(
    Origin origin,
    Affine transform,
    Compositing compositing,
    Geometry geometry,
    Paint fill,
    FillRule fillRule,
    @Nullable Stroke stroke,
    boolean strokeFirst,
    List<Marker> markers)
    implements Node {
  /** SVG 2 §13.4.2. */
  public enum FillRule {
    NONZERO,
    EVENODD
  }

  /**
   * {@code marker} on a vertex (SVG 2 §13.6).
   *
   * @param x of the vertex, in the shape's user space
   * @param y of the vertex, in the shape's user space
   * @param angle the direction that {@code orient} gives it, clockwise in degrees
   * @param content all that it draws, placed, turned and scaled: its transform leads to the shape's
   *     user space; the origin's id is that of the {@code marker} element
   */
  public record Marker(Place place, double x, double y, double angle, Group content) {
    public Marker {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(content, "content");
    }
  }

  /** Which vertex a marker stands on. */
  public enum Place {
    START,
    MID,
    END
  }

  /** The same with another outline. */
  public Shape with(Geometry other) {
    return other.equals(geometry)
        ? this
        : new Shape(
            origin, transform, compositing, other, fill, fillRule, stroke, strokeFirst, markers);
  }

  public Shape {
    markers = List.copyOf(markers);
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(compositing, "compositing");
    Objects.requireNonNull(geometry, "geometry");
    Objects.requireNonNull(fill, "fill");
    Objects.requireNonNull(fillRule, "fillRule");
  }

  @Override
  public Shape withTransform(Affine other) {
    return new Shape(
        origin, other, compositing, geometry, fill, fillRule, stroke, strokeFirst, markers);
  }

  @Override
  public Shape withCompositing(Compositing other) {
    return new Shape(
        origin, transform, other, geometry, fill, fillRule, stroke, strokeFirst, markers);
  }
}
