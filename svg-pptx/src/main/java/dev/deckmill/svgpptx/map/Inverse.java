package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.ir.Affine;

/** Undoing a transform. */
final class Inverse {
  private Inverse() {}

  /** Of a transform whose determinant is not 0. */
  static Affine of(Affine m) {
    double det = m.determinant();
    return new Affine(
        m.d() / det,
        -m.b() / det,
        -m.c() / det,
        m.a() / det,
        (m.c() * m.f() - m.d() * m.e()) / det,
        (m.b() * m.e() - m.a() * m.f()) / det);
  }
}
