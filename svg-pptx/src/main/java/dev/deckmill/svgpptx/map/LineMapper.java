package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.plan.LineEnd;
import dev.deckmill.svgpptx.analyze.plan.StrokeUse;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.Ratio;
import dev.deckmill.svgpptx.ir.Stroke;
import org.jspecify.annotations.Nullable;

/** Lines. */
final class LineMapper {
  private static final long WIDEST = 20_116_800;

  private LineMapper() {}

  static Ln line(StrokeUse line, Shaped shaped) {
    Fill fill = PaintMapper.fill(line.ink(), shaped);
    return new Ln(
        new Emu(Math.min(WIDEST, Math.max(1, Math.round(line.width())))),
        fill,
        switch (line.cap()) {
          case BUTT -> Ln.Cap.FLAT;
          case ROUND -> Ln.Cap.ROUND;
          case SQUARE -> Ln.Cap.SQUARE;
        },
        switch (line.join()) {
          case MITER -> Ln.Join.MITER;
          case ROUND -> Ln.Join.ROUND;
          case BEVEL -> Ln.Join.BEVEL;
        },
        Ratio.of(Math.min(line.miterLimit(), 1_000)),
        dashes(line),
        end(line.start()),
        end(line.end()));
  }

  private static Ln.@Nullable End end(@Nullable LineEnd end) {
    return end == null
        ? null
        : new Ln.End(
            switch (end.kind()) {
              case TRIANGLE -> Ln.End.Kind.TRIANGLE;
              case OVAL -> Ln.End.Kind.OVAL;
            },
            size(end.width()),
            size(end.length()));
  }

  private static Ln.End.Size size(LineEnd.Size size) {
    return switch (size) {
      case SMALL -> Ln.End.Size.SMALL;
      case MEDIUM -> Ln.End.Size.MEDIUM;
      case LARGE -> Ln.End.Size.LARGE;
    };
  }

  /**
   * In shares of the line's width. Round ends belong to the length of a dash in PowerPoint, square
   * ones come on top of it, as both do in SVG: known from LibreOffice, whose import of decks says
   * so and reckons with it.
   */
  private static int[] dashes(StrokeUse line) {
    int[] shares = new int[line.dashes().length];
    double ends = line.cap() == Stroke.Cap.ROUND ? line.width() : 0;
    for (int i = 0; i < shares.length; i++) {
      double length = line.dashes()[i] + (i % 2 == 0 ? ends : -ends);
      shares[i] = Math.max(0, Ratio.of(length / line.width()));
    }
    return shares;
  }
}
