package dev.deckmill.svgpptx.dml;

/** {@code ST_TextStrikeType} (ECMA-376 §20.1.10.79). */
public enum Strike {
  NONE,
  SINGLE,
  DOUBLE
}
