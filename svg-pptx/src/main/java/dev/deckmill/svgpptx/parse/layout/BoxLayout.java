package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.TextMeasure;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives boxes their sizes and places. For one {@code foreignObject}. What would take more steps
 * than labels ever do is set as plain blocks from there on, which takes one step a box.
 */
public final class BoxLayout {
  private static final double OF_ROOT = 0.3;
  private static final int MOST_STEPS = 20_000;

  private final Fonts fonts;
  private final BlockFlow blocks = new BlockFlow(this);
  private final FlexFlow flexes = new FlexFlow(this);
  private final GridFlow grids = new GridFlow(this);
  private final TableFlow tables = new TableFlow(this);
  private HtmlBox.@Nullable Container measured;
  private double rootWidth;
  private int steps;
  private boolean hasLargeTable;
  private boolean cutsText;

  public BoxLayout(Fonts fonts) {
    this.fonts = fonts;
  }

  /** Whether some of it was set as plain blocks, for it was too much. */
  public boolean isExhausted() {
    return steps > MOST_STEPS;
  }

  /** Whether a table was set as plain blocks, for it has more cells than a slide could show. */
  public boolean hasLargeTable() {
    return hasLargeTable;
  }

  /** Whether a line ends with an ellipsis instead of all its text. */
  public boolean cutsText() {
    return cutsText;
  }

  void cutText() {
    cutsText = true;
  }

  /** All that is in a {@code foreignObject} of this size. */
  public Fragment root(HtmlBox.Container root, double width, double height) {
    rootWidth = width;
    measured = MeasuredLabel.in(this, root, width);
    Space space = new Space(width, height, width, height, false);
    Fragment fragment = layout(root, space);
    OutOfFlow.place(this, fragment, fragment);
    return fragment;
  }

  /**
   * Whether a block may owe its width to {@code foreignObject}, which tools make as wide as text.
   */
  boolean isMadeForText(double width) {
    return width >= rootWidth * OF_ROOT;
  }

  /** Whether the {@code foreignObject} was made as wide as this box, which then fills it. */
  @SuppressWarnings("ReferenceEquality") // one object for each box
  boolean isMeasured(HtmlBox.Container box) {
    return box == measured;
  }

  /** The box in a space; the same again where the space is. */
  Fragment layout(HtmlBox.Container box, Space space) {
    Fragment known = box.known(space);
    if (known != null) {
      return known;
    }
    steps++;
    Fragment fragment = laidOut(box, space);
    box.remember(space, fragment);
    return fragment;
  }

  private Fragment laidOut(HtmlBox.Container box, Space space) {
    if (isExhausted()) {
      return blocks.layout(box, space);
    }
    return switch (box.display()) {
      case FLEX, INLINE_FLEX -> flexes.layout(box, space);
      case GRID, INLINE_GRID -> grids.layout(box, space);
      case TABLE, INLINE_TABLE -> table(box, space);
      case NONE, CONTENTS, INLINE, BLOCK, LIST_ITEM, INLINE_BLOCK, ROW_GROUP, ROW, CELL ->
          blocks.layout(box, space);
    };
  }

  private Fragment table(HtmlBox.Container box, Space space) {
    TableGrid grid = grid(box);
    return grid == null ? blocks.layout(box, space) : tables.layout(box, grid, space);
  }

  /** The cells of a table; null where it has none, or too many for a slide. */
  @Nullable TableGrid grid(HtmlBox.Container table) {
    if (!TableGrid.hasRows(table)) {
      return null;
    }
    TableGrid grid = TableGrid.of(table);
    hasLargeTable |= grid.isTooLarge();
    return grid.isTooLarge() ? null : grid;
  }

  /**
   * A box that stands in a line of this width.
   *
   * @param height of the block that the line is in, or NaN
   */
  Fragment inLine(HtmlBox box, double width, double height) {
    return switch (box) {
      case HtmlBox.Container part -> layout(part, Space.fitting(width, height));
      case HtmlBox.Replaced image -> replaced(image, width, height);
      case HtmlBox.Characters text -> new Fragment(text);
      case HtmlBox.LineBreak lineBreak -> new Fragment(lineBreak);
    };
  }

  /** A box that stands in no line and no stack: a picture has its own size all the same. */
  Fragment apart(HtmlBox box, Space space) {
    return switch (box) {
      case HtmlBox.Container part -> layout(part, space);
      case HtmlBox.Replaced image -> replaced(image, space.width(), space.height());
      case HtmlBox.Characters text -> new Fragment(text);
      case HtmlBox.LineBreak lineBreak -> new Fragment(lineBreak);
    };
  }

  private static Fragment replaced(HtmlBox.Replaced image, double width, double height) {
    double[] size = Sizing.replaced(image, width, height);
    Edges edges = Sizing.edges(image, width);
    Fragment fragment = new Fragment(image);
    fragment.size(size[0] + edges.across(), size[1] + edges.down());
    return fragment;
  }

  List<Token> tokens(HtmlBox.Container block) {
    return Tokens.of(block, fonts, this::widthInLine);
  }

  /** As wide as it would be by itself. */
  private double widthInLine(HtmlBox box) {
    double margins = box.style().margin(0).across();
    return switch (box) {
      case HtmlBox.Container part -> margins + maxContent(part);
      case HtmlBox.Replaced image ->
          margins
              + Sizing.replaced(image, Double.NaN, Double.NaN)[0]
              + Sizing.edges(image, 0).across();
      case HtmlBox.Characters text -> 0;
      case HtmlBox.LineBreak lineBreak -> 0;
    };
  }

  /** With its margins, in a line of this width. */
  double widthInLine(HtmlBox box, double width, double height) {
    return inLine(box, width, height).width() + box.style().margin(width).across();
  }

  /** With its margins, as narrow as it may be. */
  double leastInLine(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Container part -> minContent(part) + part.style().margin(0).across();
      case HtmlBox.Replaced image -> image.hasShare() ? 0 : widthInLine(image);
      case HtmlBox.Characters text -> 0;
      case HtmlBox.LineBreak lineBreak -> 0;
    };
  }

  double advance(InlineContext context, String text) {
    Resolution resolution = resolution(context, text);
    return resolution == null
        ? 0
        : TextMeasure.advance(
            text, resolution, context.size(), context.letterSpacing(), context.wordSpacing());
  }

  double[] advances(Token token) {
    InlineContext context = token.context();
    double[] advances = new double[token.text().length()];
    Resolution resolution = resolution(context, token.text());
    if (resolution != null) {
      TextMeasure.advances(
          token.text(),
          resolution,
          context.size(),
          context.letterSpacing(),
          context.wordSpacing(),
          advances);
    }
    return advances;
  }

  private @Nullable Resolution resolution(InlineContext context, String text) {
    return context.font() == null
        ? null
        : fonts.resolve(context.font(), text, context.style().computed().get(Property.XML_LANG));
  }

  /**
   * The border box as wide as its content, but no wider than the room, unless it can't be helped.
   */
  double fitting(HtmlBox.Container box, double room) {
    return Math.min(maxContent(box), Math.max(minContent(box), room));
  }

  /** The least width of the border box that nothing stands out of. */
  double minContent(HtmlBox.Container box) {
    measure(box);
    return box.minContent();
  }

  /** The width of the border box in which no line breaks that isn't made to. */
  double maxContent(HtmlBox.Container box) {
    measure(box);
    return box.maxContent();
  }

  private void measure(HtmlBox.Container box) {
    if (Double.isNaN(box.minContent())) {
      double[] widths = Intrinsic.of(this, tables, box);
      box.intrinsic(widths[0], widths[1]);
    }
  }
}
