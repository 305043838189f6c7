package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.layout.InlineContext;
import dev.deckmill.svgpptx.parse.layout.Line;
import dev.deckmill.svgpptx.parse.paint.Colors;
import java.util.ArrayList;
import java.util.List;

/** Lines of HTML as chunks of text. */
final class LineText {
  private static final double LEAST_GAP = 0.01;

  private LineText() {}

  /** A whole line of characters; an empty one holds a space, so that it stays a line. */
  static Text.Chunk chunk(HtmlBox.Container block, Line line, double x, double y) {
    List<Line.Characters> pieces = new ArrayList<>(line.pieces().size());
    for (Line.Piece piece : line.pieces()) {
      if (piece instanceof Line.Characters text) {
        pieces.add(text);
      }
    }
    if (pieces.isEmpty()) {
      pieces.add(new Line.Characters(0, 0, " ", block.context(), 0));
    }
    double left = x + line.left() + pieces.getFirst().x();
    double right = x + line.left() + pieces.getLast().x() + pieces.getLast().width();
    double at =
        switch (line.anchor()) {
          case START -> left;
          case MIDDLE -> (left + right) / 2;
          case END -> right;
        };
    return chunk(block, pieces, at, y + line.baseline(), line.anchor());
  }

  /** Each stretch of characters between the boxes of a line. */
  static List<Text.Chunk> pieces(Line line, double x, double y) {
    List<Text.Chunk> chunks = new ArrayList<>();
    List<Line.Characters> open = new ArrayList<>();
    for (Line.Piece piece : line.pieces()) {
      if (piece instanceof Line.Characters text) {
        open.add(text);
      } else {
        close(open, line, x, y, chunks);
      }
    }
    close(open, line, x, y, chunks);
    return chunks;
  }

  private static void close(
      List<Line.Characters> open, Line line, double x, double y, List<Text.Chunk> into) {
    if (open.stream().anyMatch(text -> !text.text().isBlank())) {
      double left = x + line.left() + open.getFirst().x();
      into.add(
          new Text.Chunk(
              left, y + line.baseline(), Text.Anchor.START, false, List.of(), null, runs(open)));
    }
    open.clear();
  }

  private static Text.Chunk chunk(
      HtmlBox.Container block,
      List<Line.Characters> pieces,
      double x,
      double y,
      Text.Anchor anchor) {
    boolean rightToLeft = block.style().computed().is(Property.DIRECTION, "rtl");
    Text.Anchor from =
        !rightToLeft || anchor == Text.Anchor.MIDDLE
            ? anchor
            : anchor == Text.Anchor.START ? Text.Anchor.END : Text.Anchor.START;
    return new Text.Chunk(x, y, from, rightToLeft, List.of(), null, runs(pieces));
  }

  private static List<Text.Run> runs(List<Line.Characters> pieces) {
    List<Text.Run> runs = new ArrayList<>(pieces.size());
    double end = pieces.getFirst().x();
    for (Line.Characters piece : pieces) {
      double gap = piece.x() - end;
      if (Math.abs(gap) > LEAST_GAP && !runs.isEmpty()) {
        open(runs, gap);
      }
      Text.Run run = run(piece.text(), piece.context(), piece.raise());
      if (run != null) {
        runs.add(run);
      }
      end = piece.x() + piece.width();
    }
    return runs;
  }

  /** The padding of an inline element becomes spacing of the character before it. */
  private static void open(List<Text.Run> runs, double gap) {
    Text.Run last = runs.removeLast();
    int cut = last.text().offsetByCodePoints(last.text().length(), -1);
    if (cut > 0) {
      runs.add(last.part(last.text().substring(0, cut)));
    }
    runs.add(
        new Text.Run(
            last.text().substring(cut),
            last.font(),
            last.fill(),
            last.stroke(),
            last.strokeFirst(),
            last.placement(),
            last.letterSpacing() + gap,
            last.wordSpacing(),
            last.decoration(),
            last.language(),
            last.href()));
  }

  /** Null where the font has no size. */
  static Text.@org.jspecify.annotations.Nullable Run run(
      String text, InlineContext context, double raise) {
    Text.Font font = context.font();
    if (font == null || text.isEmpty()) {
      return null;
    }
    boolean seen = context.style().isVisible();
    return new Text.Run(
        text,
        font,
        seen ? new Paint.Solid(Colors.current(context.style().computed())) : Paint.NONE,
        null,
        false,
        raise == 0
            ? Text.Placement.NONE
            : new Text.Placement(0, 0, 0, Text.Baseline.ALPHABETIC, raise),
        context.letterSpacing(),
        context.wordSpacing(),
        seen ? context.decoration() : Text.Decoration.NONE,
        context.style().computed().get(Property.XML_LANG),
        context.href());
  }
}
