package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;

/**
 * The quickest look at a path: whether it is one contour that goes once around the mean of its
 * corners without ever turning back, as regions of a map and most icons do. It then winds once
 * around what is inside. Makes nothing, so that a map's thousands of paths cost no memory.
 */
final class SingleTurn {
  private final double[] c;
  private final double cx;
  private final double cy;
  private int direction;
  private int turns;

  private SingleTurn(double[] coordinates, double cx, double cy) {
    this.c = coordinates;
    this.cx = cx;
    this.cy = cy;
  }

  static boolean is(Geometry.Path path) {
    byte[] commands = path.commands();
    double[] c = path.coordinates();
    double x = 0;
    double y = 0;
    int i = 0;
    for (int n = 0; n < commands.length; n++) {
      byte command = commands[n];
      if (command == Geometry.Path.CLOSE && n == commands.length - 1) {
        break;
      }
      if (command == Geometry.Path.CLOSE || (command == Geometry.Path.MOVE && n > 0)) {
        return false;
      }
      i += command == Geometry.Path.CURVE ? 6 : 2;
      x += c[i - 2];
      y += c[i - 1];
    }
    boolean closed = commands[commands.length - 1] == Geometry.Path.CLOSE;
    int corners = closed ? commands.length - 1 : commands.length;
    return new SingleTurn(c, x / corners, y / corners).goes(commands);
  }

  private boolean goes(byte[] commands) {
    int at = 0;
    int i = 2;
    for (int n = 1; n < commands.length && commands[n] != Geometry.Path.CLOSE; n++) {
      int next = i + (commands[n] == Geometry.Path.CURVE ? 4 : 0);
      if (next > i ? !curve(at, i) : !step(at, next)) {
        return false;
      }
      crosses(at, next);
      at = next;
      i = next + 2;
    }
    if (!step(at, 0)) {
      return false;
    }
    crosses(at, 0);
    return turns == 1;
  }

  /** Each control point further round than those before it. */
  private boolean curve(int at, int i) {
    return step(at, i)
        && step(i, i + 2)
        && step(i + 2, i + 4)
        && step(at, i + 2)
        && step(i, i + 4)
        && step(at, i + 4);
  }

  private boolean step(int from, int to) {
    double turn = (c[from] - cx) * (c[to + 1] - cy) - (c[from + 1] - cy) * (c[to] - cx);
    int side = (int) Math.signum(turn);
    if (side == 0) {
      return c[from] == c[to] && c[from + 1] == c[to + 1];
    }
    if (direction == 0) {
      direction = side;
    }
    return side == direction;
  }

  private void crosses(int from, int to) {
    turns += c[from + 1] < cy && c[to + 1] >= cy ? 1 : 0;
  }
}
