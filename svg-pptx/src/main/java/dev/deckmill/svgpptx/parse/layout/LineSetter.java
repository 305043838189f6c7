package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock.Ending;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts tokens on a line: how high it is (CSS Inline 3 §5), where it begins (CSS Text 3 §6). */
final class LineSetter {
  private static final double TOO_LONG = 0.25;

  private final BoxLayout boxes;
  private final HtmlBox.Container block;
  private final Fragment into;
  private final double left;
  private final double width;
  private final double height;
  private final Text.Anchor anchor;

  private final List<Line.Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable InlineContext context;
  private double textWidth;
  private double pen;
  private double above;
  private double below;
  private double least;

  /**
   * @param height of the block, of which boxes in its lines may have a share; or NaN
   */
  LineSetter(
      BoxLayout boxes,
      HtmlBox.Container block,
      Fragment into,
      double left,
      double width,
      double height) {
    this.boxes = boxes;
    this.block = block;
    this.into = into;
    this.left = left;
    this.width = width;
    this.height = height;
    this.anchor = anchor(block.style());
  }

  static Text.Anchor anchor(BoxStyle style) {
    boolean rightToLeft = style.is(Property.DIRECTION, "rtl");
    return switch (style.word(Property.TEXT_ALIGN, "start")) {
      case "center", "-webkit-center", "-moz-center", "middle" -> Text.Anchor.MIDDLE;
      case "right", "-webkit-right" -> Text.Anchor.END;
      case "left", "-webkit-left" -> Text.Anchor.START;
      case "end" -> rightToLeft ? Text.Anchor.START : Text.Anchor.END;
      default -> rightToLeft ? Text.Anchor.END : Text.Anchor.START;
    };
  }

  /** Sets one line and says how high it is. */
  double set(List<Token> tokens, double indent, double top, Ending ending) {
    pen = 0;
    least = 0;
    // every line is at least as high as the block's own font asks for
    above = block.context().above();
    below = block.context().below();
    int last = withoutSpaces(tokens);
    for (Token token : tokens.subList(0, last)) {
      put(token);
    }
    flush();
    double high = Math.max(above + below, least);
    double free = free(width - indent - pen);
    double start =
        switch (anchor) {
          case START -> indent;
          case MIDDLE -> indent + free / 2;
          case END -> indent + free;
        };
    Line line = new Line(left + start, top, top + above, pen, high, anchor, ending, pieces);
    into.lines().add(line);
    placeBoxes(line);
    pieces.clear();
    return high;
  }

  /** A line that is too long begins at the left; a little too long, it keeps its middle. */
  private double free(double room) {
    boolean near = anchor == Text.Anchor.MIDDLE && -room < TOO_LONG * width;
    return near ? room : Math.max(0, room);
  }

  private static int withoutSpaces(List<Token> tokens) {
    int last = tokens.size();
    while (last > 0 && tokens.get(last - 1).kind() == Kind.SPACE) {
      last--;
    }
    return last;
  }

  @SuppressWarnings("ReferenceEquality") // one object for each element
  private void put(Token token) {
    switch (token.kind()) {
      case WORD, SPACE, KEPT_SPACE -> {
        if (token.context() != context) {
          flush();
          context = token.context();
          double raise = context.raise();
          stretch(context.above() + raise, context.below() - raise);
        }
        text.append(token.text());
        textWidth += token.width();
      }
      case EDGE -> {
        flush();
        pen += token.width();
      }
      case BOX -> {
        flush();
        box(token);
      }
      case BREAK -> {
        // ends the line before
      }
    }
  }

  private void flush() {
    if (context != null && !text.isEmpty()) {
      pieces.add(new Line.Characters(pen, textWidth, text.toString(), context, context.raise()));
      pen += textWidth;
    }
    text.setLength(0);
    textWidth = 0;
    context = null;
  }

  private void stretch(double up, double down) {
    above = Math.max(above, up);
    below = Math.max(below, down);
  }

  private void box(Token token) {
    HtmlBox box = token.box();
    if (box == null) {
      return;
    }
    Fragment fragment = boxes.inLine(box, width, height);
    Edges margin = box.style().margin(width);
    double high = fragment.height() + margin.down();
    InlineContext around = token.context().parent();
    InlineContext of = around == null ? block.context() : around;
    double raise = raise(box, fragment, margin, high, of);
    if (Double.isNaN(raise)) {
      least = Math.max(least, high);
      raise = above - high;
    } else {
      stretch(raise + high, -raise);
    }
    pieces.add(
        new Line.Atomic(pen + margin.left(), fragment.width(), fragment, raise + margin.bottom()));
    pen += token.width();
  }

  /** Of its lower margin edge above the baseline; NaN where it stands at the line's edge. */
  private static double raise(
      HtmlBox box, Fragment fragment, Edges margin, double high, InlineContext around) {
    double base = around.raise();
    return switch (box.style().word(Property.VERTICAL_ALIGN, "baseline")) {
      case "middle" -> base + around.xHeight() / 2 - high / 2;
      case "top", "bottom" -> Double.NaN;
      case "text-top" -> base + around.ascent() - high;
      case "text-bottom" -> base - around.descent();
      case "sub" -> base - (around.size() / 5 + 1) + onBaseline(box, fragment, margin);
      case "super" -> base + around.size() / 3 + 1 + onBaseline(box, fragment, margin);
      default -> {
        double up = box.style().length(Property.VERTICAL_ALIGN, around.lineHeight(), 0);
        yield base + up + onBaseline(box, fragment, margin);
      }
    };
  }

  /** Its last line stands on the line's baseline, or, where there is none, its lower edge. */
  private static double onBaseline(HtmlBox box, Fragment fragment, Edges margin) {
    double last = box.style().cuts() ? Double.NaN : fragment.lastBaseline();
    return Double.isNaN(last) ? 0 : last - fragment.height() - margin.bottom();
  }

  private void placeBoxes(Line line) {
    for (Line.Piece piece : line.pieces()) {
      if (piece instanceof Line.Atomic box) {
        Fragment fragment = box.fragment();
        double down = line.baseline() - box.raise() - fragment.height();
        into.add(fragment, line.left() + box.x(), down);
      }
    }
  }
}
