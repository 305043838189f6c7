package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;

/** Builds a path segment by segment. */
public final class PathBuilder {
  private byte[] commands;
  private double[] coordinates;
  private int segments;
  private int numbers;

  public PathBuilder(int expectedSegments) {
    commands = new byte[expectedSegments];
    coordinates = new double[expectedSegments * 4];
  }

  public PathBuilder move(double x, double y) {
    command(Geometry.Path.MOVE);
    return point(x, y);
  }

  public PathBuilder line(double x, double y) {
    command(Geometry.Path.LINE);
    return point(x, y);
  }

  PathBuilder curve(double x1, double y1, double x2, double y2, double x, double y) {
    command(Geometry.Path.CURVE);
    return point(x1, y1).point(x2, y2).point(x, y);
  }

  public PathBuilder close() {
    command(Geometry.Path.CLOSE);
    return this;
  }

  public PathBuilder append(Geometry.Path path) {
    double[] c = path.coordinates();
    int i = 0;
    for (byte command : path.commands()) {
      command(command);
      int numbers = command == Geometry.Path.CLOSE ? 0 : command == Geometry.Path.CURVE ? 6 : 2;
      for (int end = i + numbers; i < end; i += 2) {
        point(c[i], c[i + 1]);
      }
    }
    return this;
  }

  boolean isEmpty() {
    return segments == 0;
  }

  /** The path, with which the builder has done its work: it may hold the builder's own arrays. */
  public Geometry.Path path() {
    return new Geometry.Path(
        segments == commands.length ? commands : Arrays.copyOf(commands, segments),
        numbers == coordinates.length ? coordinates : Arrays.copyOf(coordinates, numbers));
  }

  /** The same path under a transform. */
  public static Geometry.Path transformed(Geometry.Path path, Affine by) {
    if (by.isIdentity()) {
      return path;
    }
    double[] from = path.coordinates();
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i += 2) {
      to[i] = by.x(from[i], from[i + 1]);
      to[i + 1] = by.y(from[i], from[i + 1]);
    }
    return new Geometry.Path(path.commands(), to);
  }

  private void command(byte command) {
    if (segments == commands.length) {
      commands = Arrays.copyOf(commands, segments * 2 + 8);
    }
    commands[segments++] = command;
  }

  private PathBuilder point(double x, double y) {
    if (numbers + 2 > coordinates.length) {
      coordinates = Arrays.copyOf(coordinates, numbers * 2 + 16);
    }
    coordinates[numbers++] = x;
    coordinates[numbers++] = y;
    return this;
  }
}
