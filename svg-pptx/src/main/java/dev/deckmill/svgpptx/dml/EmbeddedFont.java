package dev.deckmill.svgpptx.dml;

import java.util.Objects;

/**
 * A style of {@code p:embeddedFont} (ECMA-376 §19.2.1.9), which slides of a deck share.
 *
 * @param typeface what text calls it
 * @param file the font part; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes; never compared
public record EmbeddedFont(String typeface, boolean bold, boolean italic, byte[] file) {
  public EmbeddedFont {
    Objects.requireNonNull(typeface, "typeface");
    Objects.requireNonNull(file, "file");
  }
}
