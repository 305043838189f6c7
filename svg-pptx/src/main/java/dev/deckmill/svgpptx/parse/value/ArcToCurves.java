package dev.deckmill.svgpptx.parse.value;

/**
 * An elliptical arc to cubic curves (SVG 2 §9.5.1, appendix B.2), one for each quarter turn: off by
 * less than 0.03 % of the radius.
 */
final class ArcToCurves {
  private ArcToCurves() {}

  static void add(
      PathSink out,
      double x0,
      double y0,
      double radiusX,
      double radiusY,
      double degrees,
      boolean large,
      boolean sweep,
      double x,
      double y) {
    double rx = Math.abs(radiusX);
    double ry = Math.abs(radiusY);
    if (x0 == x && y0 == y) {
      return;
    }
    if (rx == 0 || ry == 0) {
      out.line(x, y);
      return;
    }
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    // the chord's half, turned into the ellipse's own axes
    double hx = (cos * (x0 - x) + sin * (y0 - y)) / 2;
    double hy = (cos * (y0 - y) - sin * (x0 - x)) / 2;
    double lambda = hx * hx / (rx * rx) + hy * hy / (ry * ry);
    if (lambda > 1) {
      rx *= Math.sqrt(lambda);
      ry *= Math.sqrt(lambda);
    }
    double reach = rx * rx * hy * hy + ry * ry * hx * hx;
    double root = Math.sqrt(Math.max(0, rx * rx * ry * ry / reach - 1));
    double k = large == sweep ? -root : root;
    double ux = k * rx * hy / ry;
    double uy = -k * ry * hx / rx;
    double start = Math.atan2((hy - uy) / ry, (hx - ux) / rx);
    double turn = Math.atan2((-hy - uy) / ry, (-hx - ux) / rx) - start;
    if (sweep && turn < 0) {
      turn += 2 * Math.PI;
    } else if (!sweep && turn > 0) {
      turn -= 2 * Math.PI;
    }
    if (!Double.isFinite(start + turn + rx + ry)) {
      out.line(x, y);
      return;
    }
    double cx = cos * ux - sin * uy + (x0 + x) / 2;
    double cy = sin * ux + cos * uy + (y0 + y) / 2;
    pieces(out, cx, cy, rx * cos, rx * sin, -ry * sin, ry * cos, start, turn, x, y);
  }

  /** The ellipse is centre + cos t · (ax, ay) + sin t · (bx, by). */
  private static void pieces(
      PathSink out,
      double cx,
      double cy,
      double ax,
      double ay,
      double bx,
      double by,
      double start,
      double turn,
      double endX,
      double endY) {
    int count = Math.max(1, (int) Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
    double step = turn / count;
    double handle = 4.0 / 3 * Math.tan(step / 4);
    double cos = Math.cos(start);
    double sin = Math.sin(start);
    for (int i = 1; i <= count; i++) {
      double nextCos = Math.cos(start + i * step);
      double nextSin = Math.sin(start + i * step);
      double c1 = cos - handle * sin;
      double s1 = sin + handle * cos;
      double c2 = nextCos + handle * nextSin;
      double s2 = nextSin - handle * nextCos;
      out.curve(
          cx + c1 * ax + s1 * bx,
          cy + c1 * ay + s1 * by,
          cx + c2 * ax + s2 * bx,
          cy + c2 * ay + s2 * by,
          i == count ? endX : cx + nextCos * ax + nextSin * bx,
          i == count ? endY : cy + nextCos * ay + nextSin * by);
      cos = nextCos;
      sin = nextSin;
    }
  }
}
