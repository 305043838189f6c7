package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The used values of a box's properties; lengths are user units, NaN stands for {@code auto}. */
public final class BoxStyle {
  /** The widest a length of a label is taken for: what is larger is a mistake. */
  private static final double MOST = 1e6;

  private final Style style;
  private @Nullable Edges border;

  /** Those last asked for, which mostly are asked for again. */
  private @Nullable Edges margin;

  private double marginBase;
  private @Nullable Edges padding;
  private double paddingBase;

  public BoxStyle(Style style) {
    this.style = style;
  }

  /** As the cascade made it. */
  public Style computed() {
    return style;
  }

  /** A keyword in lower case. */
  public String word(Property property, String initial) {
    String value = style.get(property);
    return value == null ? initial : value.toLowerCase(Locale.ROOT);
  }

  public boolean is(Property property, String word) {
    return style.is(property, word);
  }

  /** A length; NaN where there is none, or a share of what isn't known. */
  public double length(Property property, double base) {
    String value = style.get(property);
    if (value == null) {
      return Double.NaN;
    }
    double length = LengthParser.parse(value, style.units(), base, Double.NaN);
    return Double.isNaN(length) ? length : Math.clamp(length, -MOST, MOST);
  }

  public double length(Property property, double base, double fallback) {
    double length = length(property, base);
    return Double.isNaN(length) ? fallback : length;
  }

  public double number(Property property, double initial) {
    String value = style.get(property);
    return value == null ? initial : LengthParser.parse(value, style.units(), 1, initial);
  }

  /** {@code auto} counts as 0. */
  public Edges margin(double base) {
    if (style.hasNoBox()) {
      return Edges.NONE;
    }
    Edges known = margin;
    if (known == null || Double.compare(marginBase, base) != 0) {
      known =
          new Edges(
              length(Side.TOP.margin, base, 0),
              length(Side.RIGHT.margin, base, 0),
              length(Side.BOTTOM.margin, base, 0),
              length(Side.LEFT.margin, base, 0));
      margin = known;
      marginBase = base;
    }
    return known;
  }

  public boolean isAutoMargin(Side side) {
    return style.is(side.margin, "auto");
  }

  public Edges padding(double base) {
    if (style.hasNoBox()) {
      return Edges.NONE;
    }
    Edges known = padding;
    if (known == null || Double.compare(paddingBase, base) != 0) {
      known =
          new Edges(
              padding(Side.TOP, base),
              padding(Side.RIGHT, base),
              padding(Side.BOTTOM, base),
              padding(Side.LEFT, base));
      padding = known;
      paddingBase = base;
    }
    return known;
  }

  private double padding(Side side, double base) {
    return Math.max(0, length(side.padding, base, 0));
  }

  /** How wide the borders are. */
  public Edges border() {
    Edges known = style.hasNoBox() ? Edges.NONE : border;
    if (known == null) {
      known =
          new Edges(
              borderWidth(Side.TOP),
              borderWidth(Side.RIGHT),
              borderWidth(Side.BOTTOM),
              borderWidth(Side.LEFT));
      border = known;
    }
    return known;
  }

  /** 0 where nothing of it is drawn. */
  public double borderWidth(Side side) {
    String line = word(side.borderStyle, "none");
    if (line.equals("none") || line.equals("hidden")) {
      return 0;
    }
    return switch (word(side.borderWidth, "medium")) {
      case "thin" -> 1;
      case "medium" -> 3;
      case "thick" -> 5;
      default -> Math.max(0, length(side.borderWidth, Double.NaN, 3));
    };
  }

  /** {@code solid}, {@code dashed} and so on. */
  public String borderStyle(Side side) {
    return word(side.borderStyle, "none");
  }

  public Rgba borderColor(Side side) {
    return Colors.of(style, side.borderColor, Colors.current(style));
  }

  /** Null where the box has none that is seen. */
  public @Nullable Rgba background() {
    Rgba color = Colors.of(style, Property.BACKGROUND_COLOR, Rgba.BLACK.faded(0));
    return color.alpha() > 0 && !fillsText() ? color : null;
  }

  /** Whether its background is seen where its text is, and nowhere else. */
  public boolean fillsText() {
    return is(Property.BACKGROUND_CLIP, "text");
  }

  /** Whether sizes are those of the border box. */
  public boolean sizesBorderBox() {
    return is(Property.BOX_SIZING, "border-box");
  }

  public boolean isVisible() {
    return style.get(Property.VISIBILITY, "visible").equals("visible");
  }

  /** Whether what stands out of it is cut off. */
  public boolean cuts() {
    return switch (word(Property.OVERFLOW, "visible")) {
      case "hidden", "clip", "scroll", "auto" -> true;
      default -> false;
    };
  }

  /** Whether its lines go from top to bottom. */
  public boolean isVertical() {
    String written = style.get(Property.WRITING_MODE);
    String mode = written == null ? "" : written.toLowerCase(Locale.ROOT);
    return mode.startsWith("vertical") || mode.startsWith("sideways") || mode.startsWith("tb");
  }

  public boolean isOutOfFlow() {
    String position = word(Property.POSITION, "static");
    return position.equals("absolute") || position.equals("fixed");
  }

  /** {@code z-index} as written, in the bounds of programs; 0 for {@code auto}. */
  public int level() {
    String value = style.get(Property.Z_INDEX);
    return value == null ? 0 : (int) Math.clamp(number(Property.Z_INDEX, 0), -1e9, 1e9);
  }

  /** Whether absolutely placed boxes inside stand in relation to it. */
  public boolean isPositioned() {
    return !word(Property.POSITION, "static").equals("static")
        || style.get(Property.TRANSFORM) != null;
  }
}
