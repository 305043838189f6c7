package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import org.jspecify.annotations.Nullable;

/** Moves things from one user space to another. */
public final class Matrices {
  private Matrices() {}

  /** The inverse, or null where there is none. */
  public static @Nullable Affine inverse(Affine m) {
    double det = m.determinant();
    if (det == 0 || !Double.isFinite(1 / det)) {
      return null;
    }
    return new Affine(
        m.d() / det,
        -m.b() / det,
        -m.c() / det,
        m.a() / det,
        (m.c() * m.f() - m.d() * m.e()) / det,
        (m.b() * m.e() - m.a() * m.f()) / det);
  }

  /** From the unit square to the box: what objectBoundingBox units mean. */
  public static Affine ofBox(Box box) {
    return new Affine(box.width(), 0, 0, box.height(), box.x(), box.y());
  }

  /** The upright box around a transformed box. */
  static Box around(Affine m, Box box) {
    if (m.isIdentity()) {
      return box;
    }
    double x0 = box.x();
    double y0 = box.y();
    double x1 = x0 + box.width();
    double y1 = y0 + box.height();
    double ax = m.x(x0, y0);
    double bx = m.x(x1, y0);
    double cx = m.x(x0, y1);
    double dx = m.x(x1, y1);
    double ay = m.y(x0, y0);
    double by = m.y(x1, y0);
    double cy = m.y(x0, y1);
    double dy = m.y(x1, y1);
    double left = Math.min(Math.min(ax, bx), Math.min(cx, dx));
    double top = Math.min(Math.min(ay, by), Math.min(cy, dy));
    return new Box(
        left,
        top,
        Math.max(Math.max(ax, bx), Math.max(cx, dx)) - left,
        Math.max(Math.max(ay, by), Math.max(cy, dy)) - top);
  }

  /** A node under a further transform. */
  public static Node moved(Node node, Affine m) {
    return m.isIdentity() ? node : node.withTransform(m.times(node.transform()));
  }
}
