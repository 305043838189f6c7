package dev.deckmill.svgpptx.parse.xml;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements that mean something here, and those that don't. */
public enum Tag {
  SVG("svg", RenderedElement.SVG),
  G("g", RenderedElement.G),
  A("a", RenderedElement.A),
  DEFS("defs"),
  SYMBOL("symbol"),
  USE("use", RenderedElement.USE),
  SWITCH("switch", RenderedElement.SWITCH),
  RECT("rect", ShapeElement.RECT),
  CIRCLE("circle", ShapeElement.CIRCLE),
  ELLIPSE("ellipse", ShapeElement.ELLIPSE),
  LINE("line", ShapeElement.LINE),
  POLYLINE("polyline", ShapeElement.POLYLINE),
  POLYGON("polygon", ShapeElement.POLYGON),
  PATH("path", ShapeElement.PATH),
  TEXT("text", RenderedElement.TEXT),
  TSPAN("tspan"),
  TEXT_PATH("textPath"),
  TREF("tref"),
  IMAGE("image", RenderedElement.IMAGE),
  STYLE("style"),
  TITLE("title"),
  DESC("desc"),
  LINEAR_GRADIENT("linearGradient"),
  RADIAL_GRADIENT("radialGradient"),
  STOP("stop"),
  PATTERN("pattern"),
  CLIP_PATH("clipPath"),
  MASK("mask"),
  FILTER("filter"),
  MARKER("marker"),
  SCRIPT("script"),
  FOREIGN_OBJECT("foreignObject", RenderedElement.FOREIGN_OBJECT),
  /** Any element of HTML, or of another namespace, inside {@code foreignObject}. */
  HTML(""),
  /** animate, set and their kin. */
  ANIMATION(""),
  /** Characters between tags. */
  CHARACTERS(""),
  /** Any other element of the SVG namespace: metadata, filter primitives, unknown ones. */
  OTHER(""),
  /** An element of another namespace: never drawn. */
  FOREIGN("");

  private static final Map<String, Tag> BY_NAME = new HashMap<>();

  static {
    for (Tag tag : values()) {
      if (!tag.localName.isEmpty()) {
        BY_NAME.put(tag.localName, tag);
      }
    }
    for (String name :
        new String[] {
          "animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"
        }) {
      BY_NAME.put(name, ANIMATION);
    }
  }

  private static final Set<Tag> HOLDING_TEXT =
      EnumSet.of(TEXT, TSPAN, TEXT_PATH, TREF, A, STYLE, TITLE, DESC, FOREIGN_OBJECT, HTML);

  private final String localName;
  private final @Nullable RenderedElement rendered;
  private final @Nullable ShapeElement shape;

  Tag(String localName) {
    this(localName, null, null);
  }

  Tag(String localName, RenderedElement rendered) {
    this(localName, rendered, null);
  }

  Tag(String localName, ShapeElement shape) {
    this(localName, RenderedElement.SHAPE, shape);
  }

  Tag(String localName, @Nullable RenderedElement rendered, @Nullable ShapeElement shape) {
    this.localName = localName;
    this.rendered = rendered;
    this.shape = shape;
  }

  /** What is drawn of it where it stands; null where nothing is. */
  public @Nullable RenderedElement rendered() {
    return rendered;
  }

  /** Which shape element it is; null where it is none. */
  public @Nullable ShapeElement shape() {
    return shape;
  }

  /** The tag of an element of the SVG namespace. */
  static Tag ofSvg(String localName) {
    return BY_NAME.getOrDefault(localName, OTHER);
  }

  /** Whether characters directly inside are kept. */
  boolean holdsText() {
    return HOLDING_TEXT.contains(this);
  }
}
