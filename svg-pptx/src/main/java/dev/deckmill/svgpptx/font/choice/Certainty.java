package dev.deckmill.svgpptx.font.choice;

/** How sure the advances of a resolution are. */
public enum Certainty {
  /** From the family that is shown. */
  EXACT,
  /** From a face that was drawn to have the advances of the family that is shown. */
  TWIN,
  /** From a likeness, scaled to the family's mean: some percent off for a word, less for a line. */
  ESTIMATE
}
