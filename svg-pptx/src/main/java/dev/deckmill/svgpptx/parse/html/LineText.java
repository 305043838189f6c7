package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.layout.HtmlBox;
import dev.deckmill.svgpptx.parse.layout.InlineContext;
import dev.deckmill.svgpptx.parse.layout.Line;
import dev.deckmill.svgpptx.parse.paint.Colors;
import java.util.ArrayList;
import java.util.List;

/** Lines of HTML as chunks of text. */
final class LineText {
  private static final double LEAST_GAP = 0.01;

  /** Characters of a background that are read once for each piece of text. */
  private static final int LONGEST_FILL = 2_000;

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
    return chunk(block, pieces, at, x + line.left(), y + line.baseline(), line.anchor());
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
              left,
              y + line.baseline(),
              Text.Anchor.START,
              false,
              List.of(),
              null,
              runs(open, x + line.left(), y + line.baseline())));
    }
    open.clear();
  }

  private static Text.Chunk chunk(
      HtmlBox.Container block,
      List<Line.Characters> pieces,
      double x,
      double left,
      double y,
      Text.Anchor anchor) {
    boolean rightToLeft = block.style().computed().is(Property.DIRECTION, "rtl");
    Text.Anchor from =
        !rightToLeft || anchor == Text.Anchor.MIDDLE
            ? anchor
            : anchor == Text.Anchor.START ? Text.Anchor.END : Text.Anchor.START;
    return new Text.Chunk(x, y, from, rightToLeft, List.of(), null, runs(pieces, left, y));
  }

  private static List<Text.Run> runs(List<Line.Characters> pieces, double left, double y) {
    List<Text.Run> runs = new ArrayList<>(pieces.size());
    double end = pieces.getFirst().x();
    for (Line.Characters piece : pieces) {
      double gap = piece.x() - end;
      if (Math.abs(gap) > LEAST_GAP && !runs.isEmpty()) {
        open(runs, gap);
      }
      Box place =
          new Box(
              left + piece.x(),
              y - piece.context().ascent(),
              // letters may be set back further than they are wide
              Math.max(0, piece.width()),
              piece.context().ascent() + piece.context().descent());
      Text.Run run = run(piece.text(), piece.context(), piece.raise(), place);
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
      String text, InlineContext context, double raise, Box place) {
    Text.Font font = context.font();
    if (font == null || text.isEmpty()) {
      return null;
    }
    boolean seen = context.style().isVisible();
    return new Text.Run(
        text,
        font,
        seen ? fill(context, place) : Paint.NONE,
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

  /** Its colour, or, where that is clear, the background that an element around gives to text. */
  private static Paint fill(InlineContext context, Box place) {
    Style style = context.style().computed();
    Rgba color = Colors.of(style, Property.TEXT_FILL_COLOR, Colors.current(style));
    BoxStyle filling = context.filling();
    if (filling == null || color.alpha() > 0) {
      return new Paint.Solid(color);
    }
    String image = filling.computed().get(Property.BACKGROUND_IMAGE, "none");
    List<Paint> paints =
        image.length() > LONGEST_FILL
            ? List.of()
            : new CssGradients().of(image, filling.computed(), place).paints();
    Rgba plain = Colors.of(filling.computed(), Property.BACKGROUND_COLOR, color);
    return paints.isEmpty() ? new Paint.Solid(plain) : paints.getFirst();
  }
}
