package dev.deckmill.svgpptx.parse.xml;

import java.util.HashMap;
import java.util.Map;

/** The elements that mean something here, and those that don't. */
public enum Tag {
  SVG("svg"),
  G("g"),
  A("a"),
  DEFS("defs"),
  SYMBOL("symbol"),
  USE("use"),
  SWITCH("switch"),
  RECT("rect"),
  CIRCLE("circle"),
  ELLIPSE("ellipse"),
  LINE("line"),
  POLYLINE("polyline"),
  POLYGON("polygon"),
  PATH("path"),
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

  private final String localName;

  Tag(String localName) {
    this.localName = localName;
  }

  /** The tag of an element of the SVG namespace. */
  static Tag ofSvg(String localName) {
    return BY_NAME.getOrDefault(localName, OTHER);
  }

  /** Whether characters directly inside are kept. */
  boolean holdsText() {
    return switch (this) {
      case TEXT, TSPAN, TEXT_PATH, TREF, A, STYLE, TITLE, DESC -> true;
      case SVG,
          G,
          DEFS,
          SYMBOL,
          USE,
          SWITCH,
          RECT,
          CIRCLE,
          ELLIPSE,
          LINE,
          POLYLINE,
          POLYGON,
          PATH,
          IMAGE,
          LINEAR_GRADIENT,
          RADIAL_GRADIENT,
          STOP,
          PATTERN,
          CLIP_PATH,
          MASK,
          FILTER,
          MARKER,
          SCRIPT,
          FOREIGN_OBJECT,
          ANIMATION,
          CHARACTERS,
          OTHER,
          FOREIGN ->
          false;
    };
  }
}
