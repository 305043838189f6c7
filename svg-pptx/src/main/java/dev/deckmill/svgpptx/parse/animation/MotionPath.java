package dev.deckmill.svgpptx.parse.animation;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.value.PathParser;
import dev.deckmill.svgpptx.parse.value.Words;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code animateMotion} (SVG Animations 2 §2.13): where on its path an element is. */
final class MotionPath {
  /** In user units; a slide shows about a tenth. */
  private static final double FLATNESS = 0.02;

  private static final int MOST_HALVINGS = 10;

  /** A curve is up to a thousand straight pieces, which count as a path's commands do. */
  private static final int CHARGED_AT_ONCE = 100;

  /** The ends of straight pieces, x and y in turn, and how long the way to each is. */
  private final List<double[]> points = new ArrayList<>();

  private final List<Double> lengths = new ArrayList<>();

  private MotionPath() {}

  /** The transform at some progress, 0 to 1; null where there is no path. */
  static @Nullable String transform(
      Element animation, Map<String, Element> ids, double progress, PageBudget budget)
      throws PageRejected {
    String data = data(animation, ids);
    Geometry.Path path = data == null ? null : PathParser.parse(data, budget).geometry();
    if (path == null) {
      return null;
    }
    MotionPath motion = new MotionPath();
    motion.flatten(path, budget);
    return motion.at(share(animation, progress), animation.attribute("rotate"));
  }

  private static @Nullable String data(Element animation, Map<String, Element> ids) {
    for (Element child = animation.firstChild(); child != null; child = child.next()) {
      String href = child.name().equals("mpath") ? child.href() : null;
      if (href != null && href.startsWith("#")) {
        Element path = ids.get(href.substring(1));
        return path == null ? null : path.attribute("d");
      }
    }
    String own = animation.attribute("path");
    if (own != null) {
      return own;
    }
    String by = animation.attribute("by");
    SmilValues values =
        SmilValues.of(animation, by != null && by.indexOf(',') >= 0 ? "0,0" : "0 0");
    return values == null ? null : "M" + String.join("L", values.values());
  }

  /** How much of the way is done, by key points if there are any. */
  private static double share(Element animation, double progress) {
    String points = animation.attribute("keyPoints");
    if (points == null) {
      return progress;
    }
    List<Double> shares = SmilValues.numbers(points);
    List<Double> times = SmilValues.numbers(animation.attribute("keyTimes"));
    boolean timed = times.size() == shares.size();
    List<String> texts = shares.stream().map(String::valueOf).toList();
    if (texts.isEmpty()) {
      return progress;
    }
    boolean discrete = "discrete".equals(animation.attribute("calcMode"));
    SmilValues values = new SmilValues(texts, timed ? times : List.of(), List.of(), discrete);
    return Math.clamp(Double.parseDouble(values.at(progress)), 0, 1);
  }

  private void flatten(Geometry.Path path, PageBudget budget) throws PageRejected {
    Path2D.Double outline = new Path2D.Double();
    outline(path, outline);
    PathIterator pieces =
        new FlatteningPathIterator(outline.getPathIterator(null), FLATNESS, MOST_HALVINGS);
    double[] point = new double[6];
    double[] start = {0, 0};
    double length = 0;
    for (; !pieces.isDone(); pieces.next()) {
      int kind = pieces.currentSegment(point);
      double[] to = kind == PathIterator.SEG_CLOSE ? start : new double[] {point[0], point[1]};
      if (kind == PathIterator.SEG_MOVETO) {
        start = to;
      } else {
        double[] from = points.get(points.size() - 1);
        length += Math.hypot(to[0] - from[0], to[1] - from[1]);
      }
      points.add(to);
      lengths.add(length);
      if (points.size() % CHARGED_AT_ONCE == 0) {
        budget.path(CHARGED_AT_ONCE);
      }
    }
  }

  private static void outline(Geometry.Path path, Path2D.Double out) {
    double[] c = path.coordinates();
    int at = 0;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> out.moveTo(c[at], c[at + 1]);
        case Geometry.Path.LINE -> out.lineTo(c[at], c[at + 1]);
        case Geometry.Path.CURVE ->
            out.curveTo(c[at], c[at + 1], c[at + 2], c[at + 3], c[at + 4], c[at + 5]);
        default -> out.closePath();
      }
      at += command == Geometry.Path.CURVE ? 6 : command == Geometry.Path.CLOSE ? 0 : 2;
    }
  }

  private String at(double share, @Nullable String rotate) {
    double way = share * lengths.get(lengths.size() - 1);
    int i = 1;
    while (i < lengths.size() - 1 && lengths.get(i) < way) {
      i++;
    }
    if (i >= lengths.size()) {
      return "translate(" + points.get(0)[0] + " " + points.get(0)[1] + ")";
    }
    double[] from = points.get(i - 1);
    double[] to = points.get(i);
    double span = lengths.get(i) - lengths.get(i - 1);
    double part = span > 0 ? (way - lengths.get(i - 1)) / span : 1;
    double x = from[0] + (to[0] - from[0]) * part;
    double y = from[1] + (to[1] - from[1]) * part;
    double along = Math.toDegrees(Math.atan2(to[1] - from[1], to[0] - from[0]));
    return "translate(" + x + " " + y + ") rotate(" + turn(rotate, along) + ")";
  }

  private static double turn(@Nullable String rotate, double along) {
    String how = rotate == null ? "" : String.join(" ", Words.of(rotate));
    return switch (how) {
      case "" -> 0;
      case "auto" -> along;
      case "auto-reverse" -> along + 180;
      default -> {
        List<Double> fixed = SmilValues.numbers(how);
        yield fixed.isEmpty() ? 0 : fixed.get(0);
      }
    };
  }
}
