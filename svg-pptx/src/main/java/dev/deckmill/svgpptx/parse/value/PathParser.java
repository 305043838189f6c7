package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import org.jspecify.annotations.Nullable;

/**
 * Path data (SVG 2 §9.3): every command to absolute moves, lines, cubic curves and closes. An error
 * ends the path where it stands (§9.5.4).
 */
public final class PathParser {
  private static final String FUNCTION = "path(";

  private final ValueReader in;
  private final PathSink out = new PathSink();
  private final double[] n = new double[7];
  private double x;
  private double y;
  private double startX;
  private double startY;
  private double controlX;
  private double controlY;
  private char previous;

  private PathParser(String data) {
    this.in = new ValueReader(data);
  }

  /**
   * Path data, read.
   *
   * @param geometry what is there up to the end or the first error; null: nothing to draw
   * @param errorAt the character where the data stops making sense; -1: it does not
   */
  public record Result(Geometry.@Nullable Path geometry, int errorAt) {}

  /**
   * The path data in the value of the property {@code d}, {@code path("…")} (SVG 2 §9.3.1).
   *
   * @return null where the value is no such function
   */
  public static @Nullable String dataOf(String value) {
    if (!value.regionMatches(true, 0, FUNCTION, 0, FUNCTION.length()) || !value.endsWith(")")) {
      return null;
    }
    String argument = value.substring(FUNCTION.length(), value.length() - 1).strip();
    String data = CssText.unquote(argument);
    return data.equals(argument) ? null : data;
  }

  public static Result parse(String data, PageBudget budget) throws PageRejected {
    PathParser parser = new PathParser(data);
    int errorAt = parser.readAll(budget.limits().pathCommands());
    budget.path(parser.out.size());
    return new Result(parser.out.path(), errorAt);
  }

  private int readAll(int most) {
    in.skipSpace();
    char command = 0;
    while (!in.atEnd() && out.size() <= most) {
      int at = in.position();
      char c = in.peek();
      if (isCommand(c)) {
        command = c;
        in.advance();
        if (previous == 0 && (c | 0x20) != 'm') {
          return at;
        }
        in.skipSpace();
      } else if (command == 0 || (command | 0x20) == 'z') {
        return at;
      }
      if (!segment(command)) {
        return at;
      }
      // further pairs after a move are lines
      command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
      if (in.skipComma() && isCommand(in.peek())) {
        return in.position();
      }
    }
    return -1;
  }

  private static boolean isCommand(char c) {
    return switch (c | 0x20) {
      case 'm', 'l', 'h', 'v', 'c', 's', 'q', 't', 'a', 'z' -> c >= 'A';
      default -> false;
    };
  }

  private boolean segment(char command) {
    char kind = (char) (command | 0x20);
    if (!arguments(count(kind))) {
      return false;
    }
    boolean relative = command >= 'a';
    draw(kind, relative ? x : 0, relative ? y : 0);
    previous = kind;
    return true;
  }

  private static int count(char kind) {
    return switch (kind) {
      case 'z' -> 0;
      case 'h', 'v' -> 1;
      case 'm', 'l', 't' -> 2;
      case 's', 'q' -> 4;
      case 'c' -> 6;
      default -> 7;
    };
  }

  private void draw(char kind, double dx, double dy) {
    switch (kind) {
      case 'z' -> close();
      case 'm' -> move(n[0] + dx, n[1] + dy);
      case 'l' -> line(n[0] + dx, n[1] + dy);
      case 'h' -> line(n[0] + dx, y);
      case 'v' -> line(x, n[0] + dy);
      case 'c' -> curve(n[0] + dx, n[1] + dy, n[2] + dx, n[3] + dy, n[4] + dx, n[5] + dy);
      case 's' -> {
        boolean smooth = previous == 'c' || previous == 's';
        double cx = smooth ? 2 * x - controlX : x;
        double cy = smooth ? 2 * y - controlY : y;
        curve(cx, cy, n[0] + dx, n[1] + dy, n[2] + dx, n[3] + dy);
      }
      case 'q' -> quadratic(n[0] + dx, n[1] + dy, n[2] + dx, n[3] + dy);
      case 't' -> {
        boolean smooth = previous == 'q' || previous == 't';
        double cx = smooth ? 2 * x - controlX : x;
        double cy = smooth ? 2 * y - controlY : y;
        quadratic(cx, cy, n[0] + dx, n[1] + dy);
      }
      default -> arc(n[5] + dx, n[6] + dy);
    }
  }

  private boolean arguments(int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        in.skipComma();
      }
      // flags of an arc are one character and need no separator
      n[i] = count == 7 && (i == 3 || i == 4) ? flag() : in.number();
      if (Double.isNaN(n[i])) {
        return false;
      }
    }
    return true;
  }

  private double flag() {
    return in.take('0') ? 0 : in.take('1') ? 1 : Double.NaN;
  }

  private void close() {
    out.close();
    x = startX;
    y = startY;
  }

  private void move(double toX, double toY) {
    out.move(toX, toY);
    x = startX = toX;
    y = startY = toY;
  }

  /** After a close the next segment starts a new subpath where the last one began. */
  private void reopen() {
    if (previous == 'z') {
      out.move(x, y);
    }
  }

  private void line(double toX, double toY) {
    reopen();
    out.line(toX, toY);
    x = toX;
    y = toY;
  }

  private void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
    reopen();
    out.curve(x1, y1, x2, y2, toX, toY);
    controlX = x2;
    controlY = y2;
    x = toX;
    y = toY;
  }

  private void quadratic(double cx, double cy, double toX, double toY) {
    reopen();
    out.quadratic(x, y, cx, cy, toX, toY);
    controlX = cx;
    controlY = cy;
    x = toX;
    y = toY;
  }

  private void arc(double toX, double toY) {
    reopen();
    ArcToCurves.add(out, x, y, n[0], n[1], n[2], n[3] != 0, n[4] != 0, toX, toY);
    x = toX;
    y = toY;
  }
}
