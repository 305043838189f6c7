package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the segments of a {@link Geometry.Path} in growing arrays. */
public final class PathSink {
  private byte[] commands = new byte[16];
  private double[] coordinates = new double[48];
  private int size;
  private int used;

  int size() {
    return size;
  }

  private void add(byte command) {
    if (size == commands.length) {
      commands = Arrays.copyOf(commands, 2 * size);
    }
    if (used + 6 > coordinates.length) {
      coordinates = Arrays.copyOf(coordinates, 2 * coordinates.length);
    }
    commands[size++] = command;
  }

  public void move(double x, double y) {
    add(Geometry.Path.MOVE);
    coordinates[used++] = x;
    coordinates[used++] = y;
  }

  public void line(double x, double y) {
    add(Geometry.Path.LINE);
    coordinates[used++] = x;
    coordinates[used++] = y;
  }

  public void curve(double x1, double y1, double x2, double y2, double x, double y) {
    add(Geometry.Path.CURVE);
    coordinates[used++] = x1;
    coordinates[used++] = y1;
    coordinates[used++] = x2;
    coordinates[used++] = y2;
    coordinates[used++] = x;
    coordinates[used++] = y;
  }

  /** A quadratic curve from (x0, y0), raised to a cubic one; exact. */
  void quadratic(double x0, double y0, double cx, double cy, double x, double y) {
    curve(
        x0 + (cx - x0) * 2 / 3,
        y0 + (cy - y0) * 2 / 3,
        x + (cx - x) * 2 / 3,
        y + (cy - y) * 2 / 3,
        x,
        y);
  }

  public void close() {
    add(Geometry.Path.CLOSE);
  }

  /** What was collected; null where that is nothing. */
  public Geometry.@Nullable Path path() {
    return size == 0
        ? null
        : new Geometry.Path(Arrays.copyOf(commands, size), Arrays.copyOf(coordinates, used));
  }
}
