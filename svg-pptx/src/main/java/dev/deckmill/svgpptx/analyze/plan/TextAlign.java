package dev.deckmill.svgpptx.analyze.plan;

/** Where a line of text keeps its place. */
public enum TextAlign {
  START,
  MIDDLE,
  END
}
