package dev.deckmill.svgpptx.parse.xml;

/** What is drawn where it stands (SVG 2 §5.1): the rest only by reference, or never. */
public enum RenderedElement {
  SVG,
  G,
  A,
  SWITCH,
  USE,
  IMAGE,
  TEXT,
  FOREIGN_OBJECT,
  /** Any {@link ShapeElement}. */
  SHAPE
}
