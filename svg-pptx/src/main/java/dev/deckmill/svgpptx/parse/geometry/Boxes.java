package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Box;

/** Boxes with boxes. */
public final class Boxes {
  private Boxes() {}

  /** A box that is given in fractions of another (objectBoundingBox units). */
  public static Box fraction(Box whole, double x, double y, double width, double height) {
    return new Box(
        whole.x() + x * whole.width(),
        whole.y() + y * whole.height(),
        width * whole.width(),
        height * whole.height());
  }

  /** The smallest box around both. */
  public static Box union(Box a, Box b) {
    double left = Math.min(a.x(), b.x());
    double top = Math.min(a.y(), b.y());
    return new Box(
        left,
        top,
        Math.max(a.x() + a.width(), b.x() + b.width()) - left,
        Math.max(a.y() + a.height(), b.y() + b.height()) - top);
  }

  /** What is in both; without an area where they don't meet. */
  public static Box intersection(Box a, Box b) {
    double left = Math.max(a.x(), b.x());
    double top = Math.max(a.y(), b.y());
    double right = Math.min(a.x() + a.width(), b.x() + b.width());
    double bottom = Math.min(a.y() + a.height(), b.y() + b.height());
    return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
