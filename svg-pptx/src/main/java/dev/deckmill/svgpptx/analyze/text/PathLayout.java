package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.geometry.PathMeasure;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets characters along a path: the middle of each one's advance lies on it, and it is turned as
 * the path goes there (SVG 2 §11.8.2). One whose middle is beside the path's ends isn't shown.
 * Neighbours that stand in one line all but a trifle stay together.
 */
final class PathLayout {
  /** How far a character may stand from where its line would put it, in font sizes. */
  private static final double OFF_LINE = 0.02;

  /** And how differently it may be turned, in degrees. */
  private static final double OFF_TURN = 1.5;

  private final PathMeasure path;
  private final List<Stretch> lines = new ArrayList<>();

  private PathLayout(PathMeasure path) {
    this.path = path;
  }

  /**
   * Stretches of the text's user space.
   *
   * @param straight one character each, as they would stand in a straight line
   * @param begin where on the path that line begins
   */
  static List<Stretch> along(PathMeasure path, List<Stretch> straight, double begin) {
    PathLayout layout = new PathLayout(path);
    straight.forEach(character -> layout.add(character, begin));
    return layout.lines;
  }

  private void add(Stretch character, double begin) {
    double half = character.advance() / 2;
    PathMeasure.At at = path.at(begin + character.left() + half);
    if (at == null) {
      return;
    }
    double cos = Math.cos(Math.toRadians(at.degrees()));
    double sin = Math.sin(Math.toRadians(at.degrees()));
    double x = at.x() - half * cos - character.baseline() * sin;
    double y = at.y() - half * sin + character.baseline() * cos;
    double turn = at.degrees() + character.rotate();
    Stretch line = lines.isEmpty() ? null : lines.getLast();
    if (line == null || character.rotate() != 0 || !goesOn(line, character, x, y, turn)) {
      line = new Stretch(x, y, turn);
      lines.add(line);
    }
    for (Stretch.Part part : character.parts()) {
      line.extend(part);
    }
  }

  private static boolean goesOn(Stretch line, Stretch next, double x, double y, double turn) {
    double size = next.parts().getFirst().run().font().size();
    double radians = Math.toRadians(line.rotate());
    double endX = line.left() + line.advance() * Math.cos(radians);
    double endY = line.baseline() + line.advance() * Math.sin(radians);
    return Math.hypot(endX - x, endY - y) <= OFF_LINE * size
        && Math.abs(Math.IEEEremainder(turn - line.rotate(), 360)) <= OFF_TURN;
  }
}
