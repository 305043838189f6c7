package dev.deckmill.svgpptx.font.family;

import java.util.ArrayList;
import java.util.List;

/** Families for a renderer that knows nothing of what stands in for what. */
public final class StandIns {
  private StandIns() {}

  /** Each of the families, and after it those that are shown where it is not installed. */
  public static List<String> after(List<String> families) {
    List<String> all = new ArrayList<>();
    for (String family : families) {
      all.add(family);
      all.addAll(FamilyTable.KNOWN.standIns(family));
    }
    return List.copyOf(all);
  }
}
