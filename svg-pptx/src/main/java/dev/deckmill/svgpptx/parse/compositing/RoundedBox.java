package dev.deckmill.svgpptx.parse.compositing;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathSink;
import dev.deckmill.svgpptx.parse.value.Units;
import java.util.List;
import java.util.Objects;

/** A rectangle with the corners of {@code round} (CSS Shapes 1 §3.1, CSS Backgrounds 3 §5). */
final class RoundedBox {
  /** How far the control points of a quarter of an ellipse lie from its corner, in radii. */
  private static final double TO_CORNER = 1 - 0.5522847498307936;

  private final Box box;

  /** Of the corners from the top left on, clockwise. */
  private final double[] rx;

  private final double[] ry;

  private RoundedBox(Box box, double[] rx, double[] ry) {
    this.box = box;
    this.rx = rx;
    this.ry = ry;
  }

  /**
   * @param radii one to four for the horizontal, behind a slash those for the vertical; empty: none
   */
  static Geometry of(Box box, String radii, Units units) {
    int slash = radii.indexOf('/');
    String across = slash < 0 ? radii : radii.substring(0, slash);
    String down = slash < 0 ? radii : radii.substring(slash + 1);
    RoundedBox rounded =
        new RoundedBox(box, all(across, units, box.width()), all(down, units, box.height()));
    rounded.fit();
    return rounded.geometry();
  }

  private static double[] all(String text, Units units, double base) {
    List<String> words = CssText.words(text);
    double[] radii = new double[4];
    for (int i = 0; i < 4 && !words.isEmpty(); i++) {
      int from = i < words.size() ? i : i == 3 && words.size() > 1 ? 1 : 0;
      radii[i] = Math.max(0, LengthParser.parse(words.get(from), units, base, 0));
    }
    return radii;
  }

  /** Where two don't fit side by side all are made smaller. */
  private void fit() {
    double factor =
        Math.min(
            Math.min(share(box.width(), rx[0] + rx[1]), share(box.width(), rx[2] + rx[3])),
            Math.min(share(box.height(), ry[0] + ry[3]), share(box.height(), ry[1] + ry[2])));
    for (int i = 0; i < 4 && factor < 1; i++) {
      rx[i] *= factor;
      ry[i] *= factor;
    }
  }

  private static double share(double side, double radii) {
    return radii > side ? side / radii : 1;
  }

  private Geometry geometry() {
    for (int i = 1; i < 4; i++) {
      if (rx[i] != rx[0] || ry[i] != ry[0]) {
        return path();
      }
    }
    boolean isSquare = rx[0] == 0 || ry[0] == 0;
    return new Geometry.Rect(
        box.x(), box.y(), box.width(), box.height(), isSquare ? 0 : rx[0], isSquare ? 0 : ry[0]);
  }

  private Geometry path() {
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    PathSink out = new PathSink();
    out.move(box.x() + rx[0], box.y());
    out.line(right - rx[1], box.y());
    corner(out, right - rx[1], box.y(), right, box.y(), right, box.y() + ry[1]);
    out.line(right, bottom - ry[2]);
    corner(out, right, bottom - ry[2], right, bottom, right - rx[2], bottom);
    out.line(box.x() + rx[3], bottom);
    corner(out, box.x() + rx[3], bottom, box.x(), bottom, box.x(), bottom - ry[3]);
    out.line(box.x(), box.y() + ry[0]);
    corner(out, box.x(), box.y() + ry[0], box.x(), box.y(), box.x() + rx[0], box.y());
    out.close();
    return Objects.requireNonNull(out.path(), "a path with four sides");
  }

  private static void corner(
      PathSink out, double fromX, double fromY, double x, double y, double toX, double toY) {
    out.curve(
        x + (fromX - x) * TO_CORNER,
        y + (fromY - y) * TO_CORNER,
        x + (toX - x) * TO_CORNER,
        y + (toY - y) * TO_CORNER,
        toX,
        toY);
  }
}
