package dev.deckmill.svgpptx.parse.xml;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements that mean something here, and those that don't. */
public enum Tag {
  SVG("svg"),
  G("g"),
  A("a"),
  DEFS("defs"),
  SYMBOL("symbol"),
  USE("use"),
  SWITCH("switch"),
  RECT("rect", ShapeElement.RECT),
  CIRCLE("circle", ShapeElement.CIRCLE),
  ELLIPSE("ellipse", ShapeElement.ELLIPSE),
  LINE("line", ShapeElement.LINE),
  POLYLINE("polyline", ShapeElement.POLYLINE),
  POLYGON("polygon", ShapeElement.POLYGON),
  PATH("path", ShapeElement.PATH),
  TEXT("text"),
  TSPAN("tspan"),
  TEXT_PATH("textPath"),
  TREF("tref"),
  IMAGE("image"),
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
  FOREIGN_OBJECT("foreignObject"),
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

  /** What is drawn where it stands (SVG 2 §5.1): the rest only by reference, or never. */
  private static final Set<Tag> RENDERED =
      EnumSet.of(
          SVG, G, A, SWITCH, USE, IMAGE, TEXT, RECT, CIRCLE, ELLIPSE, LINE, POLYLINE, POLYGON,
          PATH);

  private static final Set<Tag> HOLDING_TEXT =
      EnumSet.of(TEXT, TSPAN, TEXT_PATH, TREF, A, STYLE, TITLE, DESC);

  private final String localName;
  private final @Nullable ShapeElement shape;

  Tag(String localName) {
    this(localName, null);
  }

  Tag(String localName, @Nullable ShapeElement shape) {
    this.localName = localName;
    this.shape = shape;
  }

  /** Which shape element it is; null where it is none. */
  public @Nullable ShapeElement shape() {
    return shape;
  }

  public boolean isRendered() {
    return RENDERED.contains(this);
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
