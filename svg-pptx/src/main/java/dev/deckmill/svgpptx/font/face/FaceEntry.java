package dev.deckmill.svgpptx.font.face;

import java.nio.file.Path;
import java.util.List;

/**
 * What the catalogue knows of a face without opening its file again.
 *
 * @param file where it lies
 * @param index in a collection, else 0
 * @param families every family name in every language, English first
 * @param legacyFamily the family as Office sees it: four styles at most, so "Noto Sans Light"
 * @param legacyBold whether it is the bold style of that family
 * @param weight 1 to 1000, as CSS counts
 * @param italic italic or oblique
 * @param width 1 to 9; 5 is normal
 */
public record FaceEntry(
    Path file,
    int index,
    List<String> families,
    String legacyFamily,
    boolean legacyBold,
    int weight,
    boolean italic,
    int width)
    implements FaceStyle {
  public static final int NORMAL_WIDTH = 5;

  public FaceEntry {
    families = List.copyOf(families);
  }
}
