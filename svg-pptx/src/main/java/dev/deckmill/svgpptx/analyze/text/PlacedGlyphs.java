package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.geometry.PathMeasure;
import dev.deckmill.svgpptx.analyze.geometry.PathMeasures;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.RunAdvances;
import dev.deckmill.svgpptx.font.TextMeasure;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.VerticalText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text for a picture, each of its characters at the place that the slide would give it: the
 * renderer only draws glyphs, so kerning, baselines, lengths and paths are the same in a picture as
 * beside it. Joined letters stay one piece.
 */
public final class PlacedGlyphs {
  /** Longer text is drawn as the renderer lays it out. */
  private static final int LONGEST = 2_000;

  private final Fonts fonts;
  private final boolean lying;
  private final PathMeasures paths = new PathMeasures();
  private final List<Text.Chunk> placed = new ArrayList<>();

  private PlacedGlyphs(Fonts fonts, boolean lying) {
    this.fonts = fonts;
    this.lying = lying;
  }

  public static Text of(Text text, Fonts fonts) {
    int length = 0;
    for (Text.Chunk chunk : text.drawn()) {
      for (Text.Run run : chunk.runs()) {
        length += run.text().length();
      }
    }
    if (length > LONGEST) {
      return text;
    }
    boolean runsDown =
        text.mode() != Text.WritingMode.HORIZONTAL
            && text.chunks().stream().allMatch(chunk -> chunk.path() == null);
    Text set = runsDown ? VerticalText.lying(text) : text;
    PlacedGlyphs glyphs = new PlacedGlyphs(fonts, runsDown);
    set.drawn().forEach(glyphs::chunk);
    return new Text(
        text.origin(),
        text.transform(),
        text.compositing(),
        Text.WritingMode.HORIZONTAL,
        glyphs.placed,
        text.paintBox());
  }

  /** A piece of a run where it stands in a straight line. */
  private record Piece(Text.Run run, double left, double baseline, double advance) {}

  private void chunk(Text.Chunk chunk) {
    RunAdvances advances = RunAdvances.of(fonts, chunk);
    List<Piece> pieces = new ArrayList<>();
    double pen = 0;
    double dy = 0;
    for (int i = 0; i < chunk.runs().size(); i++) {
      Text.Run run = chunk.runs().get(i);
      Resolution choice = fonts.resolve(run);
      Text.Placement placement = run.placement();
      pen += placement.dx();
      dy += placement.dy();
      double height = choice.face().metrics().height(placement.baseline());
      double baseline = dy - placement.shift() + height * run.font().size();
      pieces(run, choice, pen, baseline, advances.extra(i), pieces);
      pen += advances.advance(i);
    }
    place(chunk, pieces, start(chunk, pen));
  }

  private void pieces(
      Text.Run run,
      Resolution choice,
      double begin,
      double baseline,
      double extra,
      List<Piece> into) {
    String all = run.text();
    if (Scripts.isJoined(all)) {
      into.add(new Piece(run, begin, baseline, fonts.advance(run, choice)));
      return;
    }
    double[] widths = new double[all.length()];
    TextMeasure.advances(
        all, choice, run.font().size(), run.letterSpacing(), run.wordSpacing(), widths);
    double pen = begin;
    int start = 0;
    for (int i = 0; i < all.length(); ) {
      int next = all.offsetByCodePoints(i, 1);
      if (next == all.length() || widths[next] != 0) {
        into.add(new Piece(run.part(all.substring(start, next)), pen, baseline, widths[start]));
        pen += widths[start] + extra;
        start = next;
      }
      i = next;
    }
  }

  private static double start(Text.Chunk chunk, double advance) {
    return switch (chunk.anchor()) {
      case START -> chunk.rightToLeft() ? -advance : 0;
      case MIDDLE -> -advance / 2;
      case END -> chunk.rightToLeft() ? 0 : -advance;
    };
  }

  private void place(Text.Chunk chunk, List<Piece> pieces, double start) {
    Text.OnPath path = chunk.path();
    if (path == null) {
      for (Piece piece : pieces) {
        double x = chunk.x() + start + piece.left();
        double y = chunk.y() + piece.baseline();
        add(piece.run(), x, y, piece.run().placement().rotate());
      }
      return;
    }
    PathMeasure measure = paths.of(path.geometry());
    double begin = path.startOffset() + chunk.x() + start;
    for (Piece piece : pieces) {
      double half = piece.advance() / 2;
      PathMeasure.At at = measure.at(begin + piece.left() + half);
      if (at != null) {
        double cos = Math.cos(Math.toRadians(at.degrees()));
        double sin = Math.sin(Math.toRadians(at.degrees()));
        double x = at.x() - half * cos - piece.baseline() * sin;
        double y = at.y() - half * sin + piece.baseline() * cos;
        add(piece.run(), x, y, at.degrees() + piece.run().placement().rotate());
      }
    }
  }

  private void add(Text.Run run, double x, double y, double degrees) {
    double atX = lying ? VerticalText.TURN.x(x, y) : x;
    double atY = lying ? VerticalText.TURN.y(x, y) : y;
    double turn = lying ? degrees + 90 : degrees;
    Text.Placement placement = new Text.Placement(0, 0, turn, Text.Baseline.ALPHABETIC, 0);
    Text.Run alone = run.at(placement);
    placed.add(new Text.Chunk(atX, atY, Text.Anchor.START, false, List.of(), null, List.of(alone)));
  }
}
