package dev.deckmill.api.intake;

/** How the id of a new job looks. */
public enum JobIdForm {
  /** 26 letters and digits. */
  OWN,
  /** {@code batch_} and 12 hexadecimal digits, as clients of the inherited API expect it. */
  BATCH
}
