package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.css.Property;
import org.jspecify.annotations.Nullable;

/**
 * The least that is moved to the next line as one.
 *
 * @param text of a word or space; empty for anything else
 * @param width in user units; of a box with its margins
 * @param breakBefore whether the line may end before it
 * @param box that stands in the line as a whole, or null
 */
record Token(
    Kind kind,
    String text,
    InlineContext context,
    double width,
    boolean breakBefore,
    @Nullable HtmlBox box) {
  enum Kind {
    WORD,
    /** That vanishes at the ends of a line. */
    SPACE,
    /** A space that stays where it is, and may hang over the line's end. */
    KEPT_SPACE,
    BREAK,
    BOX,
    /** Margin, border and padding at the side of an inline element. */
    EDGE
  }

  Token withWidth(double other) {
    return new Token(kind, text, context, other, breakBefore, box);
  }

  /** Whether its width may be a share of the line's. */
  boolean hasShareOfLine() {
    return box != null
        && ((box instanceof HtmlBox.Replaced image && image.hasShare())
            || box.style().computed().get(Property.WIDTH, "").endsWith("%")
            || box.style().computed().get(Property.MAX_WIDTH, "").endsWith("%"));
  }

  /** Whether it may stand out of its line unseen. */
  boolean hangs() {
    return isSpace() && !context.style().is(Property.WHITE_SPACE, "break-spaces");
  }

  boolean isSpace() {
    return kind == Kind.SPACE || kind == Kind.KEPT_SPACE;
  }
}
