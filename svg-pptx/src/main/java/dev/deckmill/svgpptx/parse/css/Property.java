package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.selector.Compound;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties that change a drawing; the inherited ones first (SVG 2, appendix G). */
public enum Property {
  CLIP_RULE(Kind.KEYWORD, "nonzero evenodd"),
  COLOR(Kind.COLOR),
  COLOR_INTERPOLATION(Kind.KEYWORD, "auto srgb linearrgb"),
  COLOR_INTERPOLATION_FILTERS(Kind.KEYWORD, "auto srgb linearrgb"),
  /** Which of the colours of {@code light-dark()} are meant. */
  COLOR_SCHEME,
  DIRECTION(Kind.KEYWORD, "ltr rtl"),
  DOMINANT_BASELINE(
      Kind.WORDS,
      "auto text-bottom text-after-edge alphabetic ideographic middle central mathematical hanging"
          + " text-top text-before-edge use-script no-change reset-size"),
  FILL(Kind.PAINT),
  FILL_OPACITY(Kind.NUMBER),
  FILL_RULE(Kind.KEYWORD, "nonzero evenodd"),
  FONT_FAMILY,
  FONT_SIZE(
      Kind.LENGTH, "xx-small x-small small medium large x-large xx-large xxx-large smaller larger"),
  FONT_STRETCH(
      Kind.LENGTH,
      "normal ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded"
          + " extra-expanded ultra-expanded wider narrower"),
  FONT_STYLE(Kind.FONT_STYLE),
  FONT_VARIANT,
  FONT_WEIGHT(Kind.NUMBER, "normal bold bolder lighter"),
  IMAGE_RENDERING(
      Kind.WORDS,
      "auto optimizespeed optimizequality smooth high-quality crisp-edges pixelated"
          + " -webkit-optimize-contrast -moz-crisp-edges"),
  LETTER_SPACING(Kind.SIGNED_LENGTH, "normal"),
  MARKER_END(Kind.URL),
  MARKER_MID(Kind.URL),
  MARKER_START(Kind.URL),
  PAINT_ORDER(Kind.WORDS, "normal fill stroke markers"),
  STROKE(Kind.PAINT),
  STROKE_DASHARRAY(Kind.LENGTHS, "none"),
  STROKE_DASHOFFSET(Kind.SIGNED_LENGTH),
  STROKE_LINECAP(Kind.KEYWORD, "butt round square"),
  STROKE_LINEJOIN(Kind.KEYWORD, "miter miter-clip round bevel arcs"),
  STROKE_MITERLIMIT(Kind.NUMBER),
  STROKE_OPACITY(Kind.NUMBER),
  STROKE_WIDTH(Kind.LENGTH),
  TEXT_ANCHOR(Kind.KEYWORD, "start middle end"),
  TEXT_TRANSFORM(
      Kind.WORDS, "none capitalize uppercase lowercase full-width full-size-kana math-auto"),
  VISIBILITY(Kind.KEYWORD, "visible hidden collapse"),
  WHITE_SPACE(
      Kind.WORDS,
      "normal pre nowrap pre-wrap break-spaces pre-line collapse preserve preserve-breaks"
          + " preserve-spaces wrap"),
  WORD_SPACING(Kind.SIGNED_LENGTH, "normal"),
  WRITING_MODE(
      Kind.KEYWORD,
      "horizontal-tb vertical-rl vertical-lr sideways-rl sideways-lr lr lr-tb rl rl-tb tb tb-rl"),
  BORDER_COLLAPSE,
  BORDER_SPACING,
  LINE_HEIGHT,
  LIST_STYLE_POSITION(Kind.KEYWORD, "inside outside"),
  LIST_STYLE_TYPE,
  OVERFLOW_WRAP,
  TEXT_ALIGN,
  /** {@code -webkit-text-fill-color} (Compatibility Standard §4.4): text's own colour. */
  TEXT_FILL_COLOR(Kind.COLOR),
  TEXT_INDENT,
  WORD_BREAK,
  /** {@code xml:space}, which inherits like a property though it is none. */
  XML_SPACE,
  /** {@code xml:lang} or {@code lang}, likewise. */
  XML_LANG,
  // not inherited from here on
  ALIGNMENT_BASELINE(
      Kind.WORDS,
      "auto baseline before-edge text-before-edge middle central after-edge text-after-edge"
          + " ideographic alphabetic hanging mathematical text-top text-bottom top center bottom"),
  BASELINE_SHIFT(Kind.SIGNED_LENGTH, "baseline sub super top center bottom"),
  CLIP_PATH(Kind.CLIP),
  DISPLAY(
      Kind.WORDS,
      "none contents inline block inline-block flow-root list-item run-in compact marker table"
          + " inline-table table-row-group table-header-group table-footer-group table-row"
          + " table-column-group table-column table-cell table-caption flex inline-flex grid"
          + " inline-grid ruby ruby-base ruby-text math flow -webkit-box -webkit-inline-box"),
  FILTER(Kind.FILTER),
  FLOOD_COLOR(Kind.COLOR),
  FLOOD_OPACITY(Kind.NUMBER),
  ISOLATION(Kind.KEYWORD, "auto isolate"),
  LIGHTING_COLOR(Kind.COLOR),
  MASK,
  MASK_TYPE(Kind.KEYWORD, "luminance alpha"),
  MIX_BLEND_MODE(
      Kind.WORDS,
      "normal multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light"
          + " difference exclusion hue saturation color luminosity plus-lighter plus-darker"),
  /** What {@code animateMotion} leaves: a transform outside of all others, as a list. */
  MOTION,
  OPACITY(Kind.NUMBER),
  OVERFLOW(Kind.WORDS, "visible hidden scroll auto clip overlay"),
  ROTATE(Kind.ROTATE),
  SCALE(Kind.SCALE),
  STOP_COLOR(Kind.COLOR),
  STOP_OPACITY(Kind.NUMBER),
  TEXT_DECORATION,
  TEXT_DECORATION_COLOR(Kind.COLOR),
  TEXT_DECORATION_STYLE(Kind.WORDS, "solid double dotted dashed wavy"),
  TRANSFORM(Kind.TRANSFORM),
  TRANSFORM_BOX(Kind.WORDS, "content-box border-box fill-box stroke-box view-box"),
  TRANSFORM_ORIGIN(Kind.ORIGIN),
  TRANSLATE(Kind.TRANSLATE),
  UNICODE_BIDI(
      Kind.WORDS, "normal embed isolate bidi-override isolate-override plaintext -webkit-isolate"),
  VECTOR_EFFECT(
      Kind.WORDS,
      "none non-scaling-stroke non-scaling-size non-rotation fixed-position viewport screen"),
  // geometry: attributes of their own, which style sheets may override (SVG 2 §8)
  CX(Kind.SIGNED_LENGTH),
  CY(Kind.SIGNED_LENGTH),
  D(Kind.PATH),
  HEIGHT(
      Kind.LENGTH,
      "auto min-content max-content fit-content stretch -webkit-fill-available -moz-available"),
  R(Kind.LENGTH),
  RX(Kind.LENGTH, "auto"),
  RY(Kind.LENGTH, "auto"),
  WIDTH(
      Kind.LENGTH,
      "auto min-content max-content fit-content stretch -webkit-fill-available -moz-available"),
  X(Kind.SIGNED_LENGTH),
  Y(Kind.SIGNED_LENGTH),
  // boxes of HTML: no element of SVG has them, but for its background the root
  ALIGN_ITEMS,
  ALIGN_CONTENT,
  ALIGN_SELF,
  ASPECT_RATIO,
  BACKGROUND_CLIP(Kind.WORDS, "border-box padding-box content-box text"),
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
  CONTENT,
  FLEX_BASIS,
  FLEX_DIRECTION,
  FLEX_GROW,
  FLEX_SHRINK,
  FLEX_WRAP,
  FLOAT,
  GRID_AUTO_COLUMNS,
  GRID_AUTO_FLOW,
  GRID_AUTO_ROWS,
  GRID_COLUMN_END,
  GRID_COLUMN_START,
  GRID_ROW_END,
  GRID_ROW_START,
  GRID_TEMPLATE_AREAS,
  GRID_TEMPLATE_COLUMNS,
  GRID_TEMPLATE_ROWS,
  JUSTIFY_CONTENT,
  JUSTIFY_ITEMS,
  JUSTIFY_SELF,
  LEFT,
  /** {@code -webkit-line-clamp} (CSS Overflow 4 §5.1): after how many lines a box ends. */
  LINE_CLAMP(Kind.NUMBER, "none"),
  MARGIN_BOTTOM,
  MARGIN_LEFT,
  MARGIN_RIGHT,
  MARGIN_TOP,
  MAX_HEIGHT,
  MAX_WIDTH,
  MIN_HEIGHT,
  MIN_WIDTH,
  OBJECT_FIT,
  ORDER,
  PADDING_BOTTOM,
  PADDING_LEFT,
  PADDING_RIGHT,
  PADDING_TOP,
  POSITION,
  RIGHT,
  ROW_GAP,
  TEXT_OVERFLOW,
  TOP,
  VERTICAL_ALIGN,
  Z_INDEX,
  // for the cascade alone, no part of a style
  ANIMATION_DELAY,
  ANIMATION_DIRECTION,
  ANIMATION_DURATION,
  ANIMATION_FILL_MODE,
  ANIMATION_ITERATION_COUNT,
  ANIMATION_NAME,
  ANIMATION_PLAY_STATE,
  ANIMATION_TIMING_FUNCTION;

  /** What its values look like, as far as it matters whether one is valid. */
  enum Kind {
    ANY,
    KEYWORD,
    WORDS,
    COLOR,
    PAINT,
    NUMBER,
    LENGTH,
    SIGNED_LENGTH,
    LENGTHS,
    FONT_STYLE,
    URL,
    FILTER,
    CLIP,
    TRANSFORM,
    ORIGIN,
    TRANSLATE,
    ROTATE,
    SCALE,
    PATH
  }

  /** How many are inherited: the index of the first that is not. */
  static final int INHERITED = ALIGNMENT_BASELINE.index();

  /** How many are in a style: the index of the first that is for the cascade alone. */
  static final int STYLED = ANIMATION_DELAY.index();

  private static final Map<Property, String> NEUTRAL =
      Map.ofEntries(
          Map.entry(OPACITY, "1"),
          Map.entry(FILL_OPACITY, "1"),
          Map.entry(STROKE_OPACITY, "1"),
          Map.entry(STOP_OPACITY, "1"),
          Map.entry(FLOOD_OPACITY, "1"),
          Map.entry(STROKE_WIDTH, "1"),
          Map.entry(R, "0"),
          Map.entry(RX, "auto"),
          Map.entry(RY, "auto"),
          Map.entry(WIDTH, "auto"),
          Map.entry(HEIGHT, "auto"),
          Map.entry(FILL, "black"),
          Map.entry(COLOR, "black"),
          Map.entry(STOP_COLOR, "black"),
          Map.entry(FLOOD_COLOR, "black"),
          Map.entry(VISIBILITY, "visible"),
          Map.entry(DISPLAY, "inline"));

  /** The index of the first that boxes have. */
  static final int OF_BOXES = ALIGN_ITEMS.index();

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

  /** What an animation begins or ends with where nothing is said: the initial value as text. */
  String neutral() {
    return NEUTRAL.getOrDefault(this, kind == Kind.SIGNED_LENGTH ? "0" : "none");
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
    return PropertyNames.named(lowerCaseName);
  }

  /** Whether an attribute presents a property that is not a transform. */
  public static boolean isPresented(String attribute) {
    Property property = PropertyNames.ofAttribute(attribute);
    return property != null && property != TRANSFORM;
  }

  /** The property that an attribute presents (SVG 2 §6.6), or null. */
  public static @Nullable Property ofAttribute(String attribute) {
    return PropertyNames.ofAttribute(attribute);
  }

  /** Whether an attribute of the same name stands below it that is no presentation attribute. */
  boolean isGeometry() {
    return index() >= CX.index() && index() < OF_BOXES;
  }

  /** The geometry property that an attribute of shapes presents (SVG 2 §8.11), or null. */
  static @Nullable Property ofGeometry(String attribute) {
    Property property = PropertyNames.named(attribute);
    return property != null && property.isGeometry() && property != D ? property : null;
  }

  boolean inherited() {
    return index() < INHERITED;
  }

  /** Whether it is one of boxes: of HTML, and of the root element its background. */
  boolean ofBoxes() {
    return index() >= OF_BOXES && index() < STYLED;
  }

  /** Whether it says something of elements of HTML alone. */
  boolean ofHtmlAlone() {
    return ofBoxes() && this != BACKGROUND_COLOR && this != BACKGROUND_IMAGE;
  }

  /** Its slot in a style's arrays. */
  @SuppressWarnings("EnumOrdinal") // arrays are cut at the first that is not inherited
  int index() {
    return ordinal();
  }
}
