package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.ir.TextBlock.Ending;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.WhiteSpace;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Sets the content of a block in lines (CSS Inline 3, CSS Text 3). */
final class InlineFlow {
  /**
   * By which share a line may be too long before it breaks: what made the block as wide as its text
   * measured in its own way, and a line more is worse than a little text beside the block.
   */
  private static final double EXACT = 0.001;

  private static final double SUBSTITUTED = 0.12;
  private static final String ELLIPSIS = "…";
  private static final double ROUNDING = 0.05;

  private final BoxLayout boxes;

  InlineFlow(BoxLayout boxes) {
    this.boxes = boxes;
  }

  /**
   * Adds the lines to a fragment.
   *
   * @param left of the content box in the fragment
   * @param width of the content box
   * @param height of the content box, or NaN
   * @param top where the first line begins
   * @return where the last line ends
   */
  double lines(
      HtmlBox.Container block,
      Fragment into,
      double left,
      double width,
      double height,
      double top) {
    LineSetter setter = new LineSetter(boxes, block, into, left, width, height);
    double limit = width + ROUNDING + width * EXACT;
    double slack = boxes.isMadeForText(width) ? width * substitution(block) : 0;
    List<Token> tokens = fitting(boxes.tokens(block), limit + slack, width, height);
    double pen = block.style().length(Property.TEXT_INDENT, width, 0);
    boolean ellipsis = block.style().is(Property.TEXT_OVERFLOW, "ellipsis") && block.style().cuts();
    int room = mostLines(block.style());
    double y = top;
    int at = 0;
    while (at < tokens.size() && room > 0) {
      int start = atWord(tokens, at);
      if (start == tokens.size()) {
        break;
      }
      room--;
      boolean whole = slack > 0 && fits(tokens, start, limit - pen + slack);
      int end = end(tokens, start, limit - pen + (whole ? slack : 0));
      Ending ending = ending(tokens, end);
      boolean isLast = room == 0 && atWord(tokens, end) < tokens.size();
      double space = limit + slack - pen;
      List<Token> line = tokens.subList(start, end);
      List<Token> shown =
          isLast
              ? shortened(line, space, block.context())
              : ellipsis ? cut(line, space, block.context()) : line;
      y += setter.set(shown, pen, y, isLast ? Ending.LAST : ending);
      at = ending == Ending.FORCED ? end + 1 : end;
      pen = 0;
    }
    return y;
  }

  /** After how many lines a box ends, with an ellipsis (CSS Overflow 4 §5.1). */
  private static int mostLines(BoxStyle style) {
    boolean clamps =
        style.computed().get(Property.LINE_CLAMP) != null
            && style.word(Property.DISPLAY, "").startsWith("-webkit-")
            && style.cuts();
    double lines = clamps ? style.number(Property.LINE_CLAMP, 0) : 0;
    return lines >= 1 ? (int) Math.min(lines, Integer.MAX_VALUE) : Integer.MAX_VALUE;
  }

  /** Adds a line with nothing in it and says where it ends. */
  double emptyLine(HtmlBox.Container block, Fragment into, double left, double width, double top) {
    return top
        + new LineSetter(boxes, block, into, left, width, Double.NaN)
            .set(List.of(), 0, top, Ending.LAST);
  }

  private static double substitution(HtmlBox.Container block) {
    InlineContext context = block.context();
    boolean substituted = context.fonts() != null && context.fonts().substitution() != null;
    return substituted ? SUBSTITUTED : 0;
  }

  /** A line that is too long ends with an ellipsis in its block's font (CSS Overflow 3 §5). */
  private List<Token> cut(List<Token> line, double limit, InlineContext context) {
    return fits(line, 0, limit) ? line : shortened(line, limit, context);
  }

  /** As much of a line as there is room for before an ellipsis. */
  private List<Token> shortened(List<Token> line, double limit, InlineContext context) {
    boxes.cutText();
    List<Token> shown = new ArrayList<>(line.size());
    double dots = boxes.advance(context, ELLIPSIS);
    double room = limit - dots;
    for (Token token : line) {
      if (token.width() > room) {
        String head = head(token, room);
        if (!head.isEmpty()) {
          shown.add(part(token, head, token.breakBefore()));
        }
        break;
      }
      shown.add(token);
      room -= token.width();
    }
    shown.add(new Token(Kind.WORD, ELLIPSIS, context, dots, false, null));
    return shown;
  }

  /** As many of its characters as there is room for. */
  private String head(Token token, double room) {
    double[] advances = boxes.advances(token);
    String text = token.text();
    double left = room;
    int end = 0;
    while (end < text.length() && advances[end] <= left) {
      left -= advances[end++];
    }
    boolean split = end > 0 && end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return text.substring(0, split ? end - 1 : end);
  }

  /** Whether all of it up to the next forced break stands on one line. */
  private static boolean fits(List<Token> tokens, int start, double limit) {
    double pen = 0;
    for (int i = start; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.BREAK) {
        return true;
      }
      pen += token.width();
      if (pen > limit && !token.isSpace()) {
        return false;
      }
    }
    return true;
  }

  /** Without the spaces that vanish at a line's start. */
  private static int atWord(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && tokens.get(at).kind() == Kind.SPACE) {
      at++;
    }
    return at;
  }

  private static Ending ending(List<Token> tokens, int end) {
    if (end == tokens.size()) {
      return Ending.LAST;
    }
    if (tokens.get(end).kind() == Kind.BREAK) {
      return Ending.FORCED;
    }
    int next = atWord(tokens, end);
    if (next == tokens.size()) {
      return Ending.LAST;
    }
    return next > end || tokens.get(end - 1).isSpace() ? Ending.FULL_AT_SPACE : Ending.FULL;
  }

  /** The token that the next line begins with, or the break at this one's end. */
  private int end(List<Token> tokens, int start, double limit) {
    double pen = 0;
    int lastBreak = start;
    for (int i = start; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.BREAK) {
        return i;
      }
      lastBreak = token.breakBefore() ? i : lastBreak;
      pen += token.width();
      if (pen > limit && !token.hangs()) {
        if (lastBreak > start) {
          return lastBreak;
        }
      }
    }
    return tokens.size();
  }

  private static boolean breaksAnywhere(Token token) {
    BoxStyle style = token.context().style();
    String wrap = style.word(Property.OVERFLOW_WRAP, "normal");
    return token.kind() == Kind.WORD
        && WhiteSpace.of(style).wraps()
        && (!wrap.equals("normal") || style.is(Property.WORD_BREAK, "break-word"));
  }

  /** With words that no line holds in parts that lines hold, each of one character at least. */
  private List<Token> fitting(List<Token> tokens, double limit, double width, double height) {
    if (allFit(tokens, limit)) {
      return tokens;
    }
    List<Token> fitting = new ArrayList<>(tokens.size() + 8);
    for (Token token : tokens) {
      HtmlBox box = token.box();
      if (box != null) {
        fitting.add(token.withWidth(boxes.widthInLine(box, width, height)));
      } else if (token.width() > limit && breaksAnywhere(token)) {
        cut(token, limit, fitting);
      } else {
        fitting.add(token);
      }
    }
    return fitting;
  }

  private static boolean allFit(List<Token> tokens, double limit) {
    for (Token token : tokens) {
      if (token.width() > limit || token.hasShareOfLine()) {
        return false;
      }
    }
    return true;
  }

  private void cut(Token token, double limit, List<Token> into) {
    String text = token.text();
    double[] advances = boxes.advances(token);
    double pen = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean inside = i > from && !Character.isLowSurrogate(text.charAt(i));
      if (inside && pen + advances[i] > limit) {
        into.add(part(token, text.substring(from, i), from > 0 || token.breakBefore()));
        from = i;
        pen = 0;
      }
      pen += advances[i];
    }
    into.add(part(token, text.substring(from), from > 0 || token.breakBefore()));
  }

  private Token part(Token of, String text, boolean breakBefore) {
    double width = boxes.advance(of.context(), text);
    return new Token(Kind.WORD, text, of.context(), width, breakBefore, null);
  }

  /** The widest thing that doesn't break, and all of it in as many lines as it asks for. */
  static double[] intrinsic(BoxLayout boxes, List<Token> tokens) {
    double min = 0;
    double max = 0;
    double word = 0;
    double line = 0;
    double spaces = 0;
    for (Token token : tokens) {
      if (token.kind() == Kind.BREAK) {
        word = 0;
        line = 0;
        spaces = 0;
      } else if (token.kind() == Kind.SPACE) {
        spaces += token.width();
      } else {
        HtmlBox box = token.box();
        double least = box == null ? token.width() : boxes.leastInLine(box);
        word = token.breakBefore() ? least : word + spaces + least;
        line += spaces + token.width();
        spaces = 0;
        min = Math.max(min, word);
        max = Math.max(max, line);
      }
    }
    return new double[] {min, max};
  }
}
