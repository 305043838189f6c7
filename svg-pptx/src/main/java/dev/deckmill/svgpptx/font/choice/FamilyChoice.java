package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.Family.Region;
import java.util.List;
import java.util.stream.Stream;

/** Which families a viewer of the deck will see: the rule of one text profile. */
public sealed interface FamilyChoice permits OfficeChoice, InstalledChoice {
  /**
   * A family to write and how it comes out.
   *
   * @param family as {@code a:latin} or {@code a:ea} is to name it
   * @param bold {@code b="1"}: it is the bold style of that name, or made bold by the viewer
   * @param found what measures it
   */
  record Chosen(String family, boolean bold, boolean italic, FaceFinder.Found found) {}

  /** For all but East Asian text. */
  Chosen latin(Wanted wanted);

  /** For ideographs, kana and Hangul of a region. */
  Chosen eastAsian(Wanted wanted, Region region);

  /** Which region's forms are used where nothing tells. */
  Region usualRegion();

  /**
   * Families that are tried for a character that the chosen ones lack, best first.
   *
   * @param look of the run's own family
   */
  List<String> fallbacks(int codePoint, Generic look);

  /** The faces in which such a family may be shown, surest first; none where nobody has it. */
  Stream<FontFace> faces(String family, int weight, boolean italic);

  /**
   * Families that draw a character as an emoji, best first; none: TextMeasure knows their width.
   */
  List<String> emoji();
}
