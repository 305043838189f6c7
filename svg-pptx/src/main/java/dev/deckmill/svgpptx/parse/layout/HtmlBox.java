package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A box of CSS before it has a size (CSS Display 3 §2). */
public sealed interface HtmlBox {
  /** Its own style; of characters that of the element around. */
  BoxStyle style();

  /** What the text in it looks like; of characters that of the element around. */
  InlineContext context();

  /** Characters as written, white space and all. */
  record Characters(String text, BoxStyle style, InlineContext context) implements HtmlBox {}

  /** {@code br}, or {@code wbr}, which only allows a break. */
  record LineBreak(BoxStyle style, InlineContext context, boolean forced) implements HtmlBox {}

  /**
   * What brings its own size along: {@code img}, {@code svg}.
   *
   * @param naturalWidth in user units, above 0; NaN where it has none
   */
  record Replaced(
      Element element,
      BoxStyle style,
      InlineContext context,
      double naturalWidth,
      double naturalHeight)
      implements HtmlBox {
    /** Whether an attribute says that it is as wide as what it stands in. */
    boolean hasShare() {
      String width = element.tag() == Tag.SVG ? element.attribute("width") : null;
      return width != null && width.endsWith("%");
    }
  }

  /** An element with boxes inside, or an anonymous box around some. */
  final class Container implements HtmlBox {
    private static final int MOST_KNOWN = 8;

    private final @Nullable Element element;
    private final BoxStyle style;
    private final InlineContext context;
    private final Display display;
    private final int number;
    private final List<HtmlBox> children;
    private final Map<Space, Fragment> known = new HashMap<>(4);
    private @Nullable List<Token> tokens;
    private double minContent = Double.NaN;
    private double maxContent = Double.NaN;

    /**
     * @param element null for an anonymous box
     * @param number of a list item among its siblings
     * @param children all in lines or none
     */
    Container(
        @Nullable Element element,
        BoxStyle style,
        InlineContext context,
        Display display,
        int number,
        List<HtmlBox> children) {
      this.element = element;
      this.style = style;
      this.context = context;
      this.display = display;
      this.number = number;
      this.children = List.copyOf(children);
    }

    public @Nullable Element element() {
      return element;
    }

    @Override
    public BoxStyle style() {
      return style;
    }

    @Override
    public InlineContext context() {
      return context;
    }

    Display display() {
      return display;
    }

    public boolean isListItem() {
      return display == Display.LIST_ITEM;
    }

    /** Of a list item among its siblings. */
    public int number() {
      return number;
    }

    /** Whether its children stand one below the other. */
    public boolean stacksBlocks() {
      return switch (display) {
        case BLOCK, LIST_ITEM, INLINE_BLOCK, CELL -> true;
        case TABLE, INLINE_TABLE -> !TableGrid.hasRows(this);
        case NONE, CONTENTS, INLINE, FLEX, INLINE_FLEX, GRID, INLINE_GRID, ROW_GROUP, ROW -> false;
      };
    }

    List<HtmlBox> children() {
      return children;
    }

    /** Whether it sets lines of text. */
    boolean holdsLines() {
      for (HtmlBox child : children) {
        if (BoxTree.isInFlow(child)) {
          return BoxTree.isInLine(child);
        }
      }
      return false;
    }

    @Nullable Fragment known(Space space) {
      return known.get(space);
    }

    void remember(Space space, Fragment fragment) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      known.put(space, fragment);
    }

    @Nullable List<Token> tokens() {
      return tokens;
    }

    void tokens(List<Token> made) {
      tokens = made;
    }

    double minContent() {
      return minContent;
    }

    double maxContent() {
      return maxContent;
    }

    void intrinsic(double min, double max) {
      minContent = min;
      maxContent = max;
    }
  }
}
