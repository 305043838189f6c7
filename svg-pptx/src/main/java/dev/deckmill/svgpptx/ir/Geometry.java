package dev.deckmill.svgpptx.ir;

import java.util.Arrays;

/** A shape's outline in user units. */
public sealed interface Geometry {
  /** {@code rect}; rx and ry are at most half a side, both 0 for sharp corners (SVG 2 §10.2). */
  record Rect(double x, double y, double width, double height, double rx, double ry)
      implements Geometry {}

  /** {@code circle} and {@code ellipse}. */
  record Ellipse(double cx, double cy, double rx, double ry) implements Geometry {}

  /** {@code line}. */
  record Line(double x1, double y1, double x2, double y2) implements Geometry {}

  /**
   * {@code path}, {@code polyline}, {@code polygon}: absolute moves, lines, cubic curves and closes
   * only; quadratic curves are raised and arcs cut into cubics (SVG 2 §9.5).
   *
   * @param commands one of the constants of this record for each segment; the first is {@link
   *     #MOVE}
   * @param coordinates x and y in turn: 2 for a move or line, 6 for a curve, none for a close
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // a map has a million of them; equality is by value below
  record Path(byte[] commands, double[] coordinates) implements Geometry {
    public static final byte MOVE = 'M';
    public static final byte LINE = 'L';
    public static final byte CURVE = 'C';
    public static final byte CLOSE = 'Z';

    @Override
    public boolean equals(Object other) {
      return other instanceof Path path
          && Arrays.equals(commands, path.commands)
          && Arrays.equals(coordinates, path.coordinates);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(commands) + Arrays.hashCode(coordinates);
    }
  }
}
