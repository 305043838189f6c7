package dev.deckmill.svgpptx.parse.css;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties that change a drawing; the inherited ones first (SVG 2, appendix G). */
public enum Property {
  CLIP_RULE(Kind.KEYWORD, "nonzero evenodd"),
  COLOR(Kind.COLOR),
  COLOR_INTERPOLATION(Kind.KEYWORD, "auto srgb linearrgb"),
  COLOR_INTERPOLATION_FILTERS(Kind.KEYWORD, "auto srgb linearrgb"),
  DIRECTION(Kind.KEYWORD, "ltr rtl"),
  DOMINANT_BASELINE,
  FILL(Kind.PAINT),
  FILL_OPACITY(Kind.NUMBER),
  FILL_RULE(Kind.KEYWORD, "nonzero evenodd"),
  FONT_FAMILY,
  FONT_SIZE(Kind.FONT_SIZE),
  FONT_STRETCH,
  FONT_STYLE,
  FONT_VARIANT,
  FONT_WEIGHT,
  IMAGE_RENDERING,
  LETTER_SPACING,
  MARKER_END,
  MARKER_MID,
  MARKER_START,
  PAINT_ORDER,
  STROKE(Kind.PAINT),
  STROKE_DASHARRAY,
  STROKE_DASHOFFSET,
  STROKE_LINECAP(Kind.KEYWORD, "butt round square"),
  STROKE_LINEJOIN(Kind.KEYWORD, "miter miter-clip round bevel arcs"),
  STROKE_MITERLIMIT(Kind.NUMBER),
  STROKE_OPACITY(Kind.NUMBER),
  STROKE_WIDTH(Kind.LENGTH),
  TEXT_ANCHOR(Kind.KEYWORD, "start middle end"),
  TEXT_TRANSFORM,
  VISIBILITY(Kind.KEYWORD, "visible hidden collapse"),
  WHITE_SPACE,
  WORD_SPACING,
  WRITING_MODE(
      Kind.KEYWORD,
      "horizontal-tb vertical-rl vertical-lr sideways-rl sideways-lr lr lr-tb rl rl-tb tb tb-rl"),
  BORDER_COLLAPSE,
  BORDER_SPACING,
  LINE_HEIGHT,
  LIST_STYLE_TYPE,
  OVERFLOW_WRAP,
  TEXT_ALIGN,
  TEXT_INDENT,
  WORD_BREAK,
  /** {@code xml:space}, which inherits like a property though it is none. */
  XML_SPACE,
  /** {@code xml:lang} or {@code lang}, likewise. */
  XML_LANG,
  // not inherited from here on
  ALIGNMENT_BASELINE,
  BASELINE_SHIFT,
  CLIP_PATH,
  DISPLAY,
  FILTER,
  FLOOD_COLOR(Kind.COLOR),
  FLOOD_OPACITY(Kind.NUMBER),
  ISOLATION(Kind.KEYWORD, "auto isolate"),
  LIGHTING_COLOR(Kind.COLOR),
  MASK,
  MASK_TYPE(Kind.KEYWORD, "luminance alpha"),
  MIX_BLEND_MODE,
  OPACITY(Kind.NUMBER),
  OVERFLOW,
  STOP_COLOR(Kind.COLOR),
  STOP_OPACITY(Kind.NUMBER),
  TEXT_DECORATION,
  TRANSFORM,
  TRANSFORM_BOX,
  TRANSFORM_ORIGIN,
  UNICODE_BIDI,
  VECTOR_EFFECT,
  // geometry: attributes of their own, which style sheets may override (SVG 2 §8)
  CX,
  CY,
  D,
  HEIGHT,
  R,
  RX,
  RY,
  WIDTH,
  X,
  Y,
  // boxes of HTML: no element of SVG has them
  ALIGN_ITEMS,
  ALIGN_SELF,
  ASPECT_RATIO,
  BACKGROUND_COLOR(Kind.COLOR),
  BACKGROUND_IMAGE,
  BORDER_BOTTOM_COLOR(Kind.COLOR),
  BORDER_BOTTOM_LEFT_RADIUS,
  BORDER_BOTTOM_RIGHT_RADIUS,
  BORDER_BOTTOM_STYLE,
  BORDER_BOTTOM_WIDTH,
  BORDER_LEFT_COLOR(Kind.COLOR),
  BORDER_LEFT_STYLE,
  BORDER_LEFT_WIDTH,
  BORDER_RIGHT_COLOR(Kind.COLOR),
  BORDER_RIGHT_STYLE,
  BORDER_RIGHT_WIDTH,
  BORDER_TOP_COLOR(Kind.COLOR),
  BORDER_TOP_LEFT_RADIUS,
  BORDER_TOP_RIGHT_RADIUS,
  BORDER_TOP_STYLE,
  BORDER_TOP_WIDTH,
  BOTTOM,
  BOX_SHADOW,
  BOX_SIZING,
  COLUMN_GAP,
  FLEX_BASIS,
  FLEX_DIRECTION,
  FLEX_GROW,
  FLEX_SHRINK,
  FLEX_WRAP,
  FLOAT,
  GRID_COLUMN,
  GRID_TEMPLATE_COLUMNS,
  GRID_TEMPLATE_ROWS,
  JUSTIFY_CONTENT,
  JUSTIFY_ITEMS,
  JUSTIFY_SELF,
  LEFT,
  MARGIN_BOTTOM,
  MARGIN_LEFT,
  MARGIN_RIGHT,
  MARGIN_TOP,
  MAX_HEIGHT,
  MAX_WIDTH,
  MIN_HEIGHT,
  MIN_WIDTH,
  OBJECT_FIT,
  PADDING_BOTTOM,
  PADDING_LEFT,
  PADDING_RIGHT,
  PADDING_TOP,
  POSITION,
  RIGHT,
  ROW_GAP,
  TEXT_OVERFLOW,
  TEXT_SHADOW,
  TOP,
  VERTICAL_ALIGN;

  /** What its values look like, as far as it matters whether one is valid. */
  enum Kind {
    ANY,
    KEYWORD,
    COLOR,
    PAINT,
    NUMBER,
    LENGTH,
    FONT_SIZE
  }

  /** How many are inherited: the index of the first that is not. */
  static final int INHERITED = ALIGNMENT_BASELINE.index();

  /** The index of the first that only boxes of HTML have. */
  static final int OF_BOXES = ALIGN_ITEMS.index();

  /** Inherited by HTML inside; no attributes of SVG. */
  private static final Set<Property> BY_RULES_ALONE = EnumSet.range(BORDER_COLLAPSE, WORD_BREAK);

  private static final Map<String, Property> BY_NAME = new HashMap<>();
  private static final Map<String, Property> BY_ATTRIBUTE = new HashMap<>();

  static {
    for (Property property : values()) {
      BY_NAME.put(property.cssName, property);
      if (property.index() < CX.index() && !BY_RULES_ALONE.contains(property)) {
        BY_ATTRIBUTE.put(property.cssName, property);
      }
    }
    BY_NAME.put("text-decoration-line", TEXT_DECORATION);
    BY_NAME.put("font-variant-caps", FONT_VARIANT);
    BY_NAME.put("word-wrap", OVERFLOW_WRAP);
    BY_NAME.put("inset-inline-start", LEFT);
    BY_NAME.put("margin-inline-start", MARGIN_LEFT);
    BY_NAME.put("margin-inline-end", MARGIN_RIGHT);
    BY_NAME.put("padding-inline-start", PADDING_LEFT);
    BY_NAME.put("padding-inline-end", PADDING_RIGHT);
    BY_NAME.put("margin-block-start", MARGIN_TOP);
    BY_NAME.put("margin-block-end", MARGIN_BOTTOM);
    BY_NAME.remove("xml-space");
    BY_NAME.remove("xml-lang");
    BY_ATTRIBUTE.remove("xml-space");
    BY_ATTRIBUTE.remove("xml-lang");
    BY_ATTRIBUTE.put("xml:space", XML_SPACE);
    BY_ATTRIBUTE.put("xml:lang", XML_LANG);
    BY_ATTRIBUTE.put("lang", XML_LANG);
    // styled by rules alone, as browsers do
    BY_ATTRIBUTE.remove("mix-blend-mode");
    BY_ATTRIBUTE.remove("isolation");
    // paint servers have names of their own for it
    BY_ATTRIBUTE.put("gradientTransform", TRANSFORM);
    BY_ATTRIBUTE.put("patternTransform", TRANSFORM);
  }

  private final String cssName = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Kind kind;
  private final String keywords;

  Property() {
    this(Kind.ANY);
  }

  Property(Kind kind) {
    this.kind = kind;
    this.keywords = "";
  }

  Property(Kind kind, String keywords) {
    this.kind = kind;
    this.keywords = keywords;
  }

  /** The attribute of the same name. */
  public String attributeName() {
    return cssName;
  }

  Kind kind() {
    return kind;
  }

  /** For {@link Kind#KEYWORD}: whether this, in lower case, is one. */
  boolean hasKeyword(String word) {
    return Compound.hasWord(keywords, word);
  }

  /** The property of a name in lower case, or null. */
  static @Nullable Property named(String lowerCaseName) {
    return BY_NAME.get(lowerCaseName);
  }

  /** The property that an attribute presents (SVG 2 §6.6), or null. */
  static @Nullable Property ofAttribute(String attribute) {
    return BY_ATTRIBUTE.get(attribute);
  }

  boolean inherited() {
    return index() < INHERITED;
  }

  /** Whether only boxes of HTML have it. */
  boolean ofBoxes() {
    return index() >= OF_BOXES;
  }

  /** Its slot in a style's arrays. */
  @SuppressWarnings("EnumOrdinal") // arrays are cut at the first that is not inherited
  int index() {
    return ordinal();
  }
}
