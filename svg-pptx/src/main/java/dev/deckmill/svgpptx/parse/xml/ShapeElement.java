package dev.deckmill.svgpptx.parse.xml;

/** The shape elements (SVG 2 §10.1): {@code path} and the basic shapes. */
public enum ShapeElement {
  RECT,
  CIRCLE,
  ELLIPSE,
  LINE,
  POLYLINE,
  POLYGON,
  PATH;

  /** Whether it may have markers (SVG 2 §13.7.1). */
  public boolean isMarkable() {
    return switch (this) {
      case PATH, LINE, POLYLINE, POLYGON -> true;
      case RECT, CIRCLE, ELLIPSE -> false;
    };
  }
}
