package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes away edges that a path goes along in both directions, as programs write that cut a gradient
 * into rings or an area into cells: they change nothing of what it winds around, under no rule, and
 * where hundreds of them lie on each other, arithmetic that has to order them fails.
 */
final class SharedEdges {
  /** Paths of fewer contours are no cut areas. */
  private static final int LEAST_CONTOURS = 8;

  private record Point(double x, double y) {}

  /** A line, or the end of a curve whose control points are given. */
  private record Edge(Point from, Point to, List<Point> controls) {
    boolean isLine() {
      return controls.isEmpty();
    }

    Edge reversed() {
      return new Edge(to, from, List.of());
    }
  }

  private final List<Edge> edges = new ArrayList<>();
  private final Map<Edge, Integer> open = new HashMap<>();
  private int shared;

  private SharedEdges() {}

  /** The path without them; empty where it has none. */
  static Optional<Geometry.Path> removed(Geometry.Path path) {
    if (contours(path) < LEAST_CONTOURS) {
      return Optional.empty();
    }
    SharedEdges found = new SharedEdges();
    found.read(path);
    return found.shared == 0 ? Optional.empty() : Optional.of(found.rest());
  }

  private static int contours(Geometry.Path path) {
    int contours = 0;
    for (byte command : path.commands()) {
      contours += command == Geometry.Path.MOVE ? 1 : 0;
    }
    return contours;
  }

  private void read(Geometry.Path path) {
    double[] c = path.coordinates();
    int i = 0;
    Point start = new Point(0, 0);
    Point at = start;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> {
          line(at, start);
          at = start = new Point(c[i], c[i + 1]);
          i += 2;
        }
        case Geometry.Path.LINE -> {
          Point to = new Point(c[i], c[i + 1]);
          line(at, to);
          at = to;
          i += 2;
        }
        case Geometry.Path.CURVE -> {
          Point to = new Point(c[i + 4], c[i + 5]);
          List<Point> controls = List.of(new Point(c[i], c[i + 1]), new Point(c[i + 2], c[i + 3]));
          edges.add(new Edge(at, to, controls));
          at = to;
          i += 6;
        }
        default -> {
          line(at, start);
          at = start;
        }
      }
    }
    line(at, start);
  }

  private void line(Point from, Point to) {
    if (from.equals(to)) {
      return;
    }
    Edge edge = new Edge(from, to, List.of());
    Edge back = edge.reversed();
    if (open.getOrDefault(back, 0) > 0) {
      open.merge(back, -1, Integer::sum);
      shared++;
    } else {
      open.merge(edge, 1, Integer::sum);
    }
    edges.add(edge);
  }

  /** What is left, in contours: as many edges end in a point as begin there. */
  private Geometry.Path rest() {
    Map<Point, Deque<Edge>> from = new HashMap<>();
    List<Edge> left = new ArrayList<>();
    for (Edge edge : edges) {
      if (!edge.isLine() || open.getOrDefault(edge, 0) > 0) {
        if (edge.isLine()) {
          open.merge(edge, -1, Integer::sum);
        }
        left.add(edge);
        from.computeIfAbsent(edge.from(), point -> new ArrayDeque<>(2)).add(edge);
      }
    }
    PathBuilder out = new PathBuilder(left.size() + 16);
    for (Edge edge : left) {
      contour(edge.from(), from, out);
    }
    return out.path();
  }

  private static void contour(Point start, Map<Point, Deque<Edge>> from, PathBuilder out) {
    Deque<Edge> next = from.get(start);
    if (next == null || next.isEmpty()) {
      return;
    }
    out.move(start.x(), start.y());
    while (next != null && !next.isEmpty()) {
      Edge edge = next.removeFirst();
      if (edge.isLine()) {
        out.line(edge.to().x(), edge.to().y());
      } else {
        Point a = edge.controls().getFirst();
        Point b = edge.controls().getLast();
        out.curve(a.x(), a.y(), b.x(), b.y(), edge.to().x(), edge.to().y());
      }
      next = edge.to().equals(start) ? null : from.get(edge.to());
    }
    out.close();
  }
}
