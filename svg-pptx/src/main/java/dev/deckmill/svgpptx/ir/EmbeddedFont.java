package dev.deckmill.svgpptx.ir;

import java.util.Objects;

/**
 * A font that a page brings along and that its text asks for, under the names that the font itself
 * has. What reads its file may keep it by identity.
 */
public final class EmbeddedFont {
  private final String family;
  private final int weight;
  private final boolean italic;
  private final byte[] file;
  private final byte[] source;

  /**
   * @param family by which fonts of texts ask for it
   * @param weight 1 to 1000
   * @param file TrueType or OpenType, with at least the tables for names, widths and heights; not
   *     to be written to
   * @param source the file as the page has it, which may be packed; not to be written to either
   */
  public EmbeddedFont(String family, int weight, boolean italic, byte[] file, byte[] source) {
    this.family = Objects.requireNonNull(family, "family");
    this.weight = weight;
    this.italic = italic;
    this.file = file;
    this.source = source;
  }

  public String family() {
    return family;
  }

  public int weight() {
    return weight;
  }

  public boolean italic() {
    return italic;
  }

  public byte[] file() {
    return file;
  }

  public byte[] source() {
    return source;
  }
}
