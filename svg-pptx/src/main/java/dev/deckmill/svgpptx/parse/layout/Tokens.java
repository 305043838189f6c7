package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.TextMeasure;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.box.LineBreaks;
import dev.deckmill.svgpptx.parse.box.WhiteSpace;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Cuts the content of a block into what its lines are made of (CSS Text 3 §4, §5). */
final class Tokens {
  private static final char ZERO_WIDTH_SPACE = 0x200B;
  private static final char SOFT_HYPHEN = 0xAD;
  private static final int TAB = 8;

  private final Fonts fonts;
  private final ToDoubleFunction<HtmlBox> widthOfBox;
  private final List<Token> out = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean afterSpace = true;
  private boolean mayBreak;

  /** How many characters there are since the last forced break. */
  private int column;

  private Tokens(Fonts fonts, ToDoubleFunction<HtmlBox> widthOfBox) {
    this.fonts = fonts;
    this.widthOfBox = widthOfBox;
  }

  /**
   * The tokens of a block.
   *
   * @param widthOfBox of a box that stands in a line as a whole, with its margins
   */
  static List<Token> of(
      HtmlBox.Container block, Fonts fonts, ToDoubleFunction<HtmlBox> widthOfBox) {
    List<Token> known = block.tokens();
    if (known != null) {
      return known;
    }
    Tokens tokens = new Tokens(fonts, widthOfBox);
    block.children().forEach(tokens::add);
    block.tokens(tokens.out);
    return tokens.out;
  }

  private void add(HtmlBox box) {
    if (!BoxTree.isInFlow(box)) {
      return;
    }
    switch (box) {
      case HtmlBox.Characters text -> text(text);
      case HtmlBox.LineBreak lineBreak -> lineBreak(lineBreak);
      case HtmlBox.Replaced image -> atomic(image, image.context());
      case HtmlBox.Container part -> {
        if (part.display() == Display.INLINE) {
          inline(part);
        } else {
          atomic(part, part.context());
        }
      }
    }
  }

  private void lineBreak(HtmlBox.LineBreak lineBreak) {
    if (lineBreak.forced()) {
      put(Kind.BREAK, "", lineBreak.context(), 0, null);
      afterSpace = true;
    } else {
      mayBreak = true;
    }
  }

  private void inline(HtmlBox.Container part) {
    Edges edges = part.style().margin(0).plus(part.style().border()).plus(part.style().padding(0));
    edge(part, edges.left());
    part.children().forEach(this::add);
    edge(part, edges.right());
  }

  private void edge(HtmlBox.Container part, double width) {
    if (width != 0) {
      put(Kind.EDGE, "", part.context(), width, null);
    }
  }

  /** A line may break on both sides of a box, unless the text around doesn't wrap. */
  private void atomic(HtmlBox box, InlineContext context) {
    InlineContext around = context.parent();
    boolean wraps = WhiteSpace.of(around == null ? context.style() : around.style()).wraps();
    mayBreak = wraps && !out.isEmpty();
    put(Kind.BOX, "", context, widthOfBox.applyAsDouble(box), box);
    mayBreak = wraps;
    afterSpace = false;
  }

  private void put(
      Kind kind, String text, InlineContext context, double width, @Nullable HtmlBox box) {
    out.add(new Token(kind, text, context, width, mayBreak, box));
    column = kind == Kind.BREAK ? 0 : column + text.length();
    mayBreak = false;
  }

  private void text(HtmlBox.Characters text) {
    InlineContext context = text.context();
    if (context.font() == null) {
      return;
    }
    String shown = transformed(text.text(), context.style());
    String language = context.style().computed().get(Property.XML_LANG);
    Resolution resolution = fonts.resolve(context.font(), shown, language);
    Words words = new Words(context, resolution, WhiteSpace.of(context.style()));
    for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
      words.character(shown.codePointAt(i));
    }
    words.flush();
  }

  private static String transformed(String text, BoxStyle style) {
    return switch (style.word(Property.TEXT_TRANSFORM, "none")) {
      case "uppercase" -> text.toUpperCase(Locale.ROOT);
      case "lowercase" -> text.toLowerCase(Locale.ROOT);
      case "capitalize" -> capitalized(text);
      default -> text;
    };
  }

  private static String capitalized(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (i == 0 || Character.isWhitespace(out.charAt(i - 1))) {
        out.setCharAt(i, Character.toTitleCase(out.charAt(i)));
      }
    }
    return out.toString();
  }

  /** The characters of one element on their way to words. */
  private final class Words {
    private final InlineContext context;
    private final Resolution fontsOfText;
    private final WhiteSpace space;
    private final boolean everywhere;
    private int last = -1;

    Words(InlineContext context, Resolution fontsOfText, WhiteSpace space) {
      this.context = context;
      this.fontsOfText = fontsOfText;
      this.space = space;
      this.everywhere = space.wraps() && context.style().is(Property.WORD_BREAK, "break-all");
    }

    void character(int c) {
      if (c == '\n' && space.keepsBreaks()) {
        flush();
        put(Kind.BREAK, "", context, 0, null);
        afterSpace = !space.keepsSpaces();
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        space(c);
      } else if (c == ZERO_WIDTH_SPACE) {
        flush();
        mayBreak |= space.wraps();
      } else if (c != SOFT_HYPHEN) {
        letter(c);
      }
    }

    private void space(int c) {
      flush();
      if (space.keepsSpaces()) {
        String text = " ".repeat(c == '\t' ? TAB - column % TAB : 1);
        put(Kind.KEPT_SPACE, text, context, width(text), null);
      } else if (!afterSpace) {
        put(Kind.SPACE, " ", context, width(" "), null);
        afterSpace = true;
      }
      mayBreak = space.wraps();
      last = -1;
    }

    private void letter(int c) {
      if (space.wraps() && last >= 0 && (everywhere || LineBreaks.isBetween(last, c))) {
        flush();
        mayBreak = true;
      }
      word.appendCodePoint(c);
      afterSpace = false;
      last = c;
    }

    void flush() {
      if (!word.isEmpty()) {
        String text = word.toString();
        put(Kind.WORD, text, context, width(text), null);
        word.setLength(0);
      }
    }

    private double width(String text) {
      return TextMeasure.advance(
          text, fontsOfText, context.size(), context.letterSpacing(), context.wordSpacing());
    }
  }
}
