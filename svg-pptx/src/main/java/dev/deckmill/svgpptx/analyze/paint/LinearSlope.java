package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;

/**
 * Along a linear gradient the offset is a linear function of x and y, whatever the transform: x · x
 * + y · y + {@code atOrigin}.
 */
public record LinearSlope(double x, double y, double atOrigin) {
  /** In the space that {@code toSpace} leads to from the gradient's user space. */
  public static LinearSlope of(Paint.Linear l, Affine toSpace) {
    Affine back = toSpace.times(l.transform()).inverse();
    double dx = l.x2() - l.x1();
    double dy = l.y2() - l.y1();
    double square = dx * dx + dy * dy;
    return new LinearSlope(
        (back.a() * dx + back.b() * dy) / square,
        (back.c() * dx + back.d() * dy) / square,
        ((back.e() - l.x1()) * dx + (back.f() - l.y1()) * dy) / square);
  }

  /** The offset at a point. */
  public double at(double px, double py) {
    return atOrigin + x * px + y * py;
  }

  /** How far the offset changes at most between the middle of a box and its corners. */
  public double reach(double width, double height) {
    return (Math.abs(x) * width + Math.abs(y) * height) / 2;
  }

  /** Whether it runs along one of the axes. */
  boolean isStraight() {
    return Math.min(Math.abs(x), Math.abs(y)) < 1e-6 * Math.max(Math.abs(x), Math.abs(y));
  }
}
