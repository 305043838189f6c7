package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import dev.deckmill.svgpptx.font.family.BundledFaces;
import dev.deckmill.svgpptx.font.family.Family;
import dev.deckmill.svgpptx.font.family.Family.Measure;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import org.jspecify.annotations.Nullable;

/** Which face measures a family: its own file, or the jar's metrics. */
public final class FaceFinder {
  private final FontCatalog catalog;

  public FaceFinder(FontCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A family's face.
   *
   * @param entry of its file; null where the jar measures it
   */
  public record Found(FontFace face, Certainty certainty, @Nullable FaceEntry entry) {}

  FontCatalog catalog() {
    return catalog;
  }

  /**
   * The jar's metrics where they are the family's own, else its file, else a likeness; null where
   * neither this machine nor the jar knows the family. Files come second, so that most pages come
   * out the same on every machine, and don't wait until its fonts are listed.
   */
  public @Nullable Found find(String family, int weight, boolean italic) {
    Found bundled = bundled(family, weight, italic);
    if (bundled != null && bundled.certainty() != Certainty.ESTIMATE) {
      return bundled;
    }
    Found installed = installed(family, weight, italic);
    return installed != null ? installed : bundled;
  }

  /** Null where no usable file of the family lies on this machine. */
  public @Nullable Found installed(String family, int weight, boolean italic) {
    FaceEntry entry = catalog.entry(family, weight, italic);
    FontFace face = entry == null ? null : catalog.load(entry);
    return face == null ? null : new Found(face, Certainty.EXACT, entry);
  }

  /** Null where the table doesn't know the family. */
  public @Nullable Found bundled(String name, int weight, boolean italic) {
    Family family = FamilyTable.KNOWN.find(name);
    if (family == null) {
      return null;
    }
    Measure measure = family.measure();
    FontFace face = BundledFaces.ALL.face(measure.face(), weight, italic);
    if (face == null) {
      throw new IllegalStateException(
          "families.txt measures " + name + " with " + measure.face() + ", not in metrics.bin");
    }
    boolean own = measure.exact() && FamilyTable.key(measure.face()).equals(FamilyTable.key(name));
    if (own) {
      return new Found(face, Certainty.EXACT, null);
    }
    FontMetrics heights =
        family.win() == null ? face.metrics() : face.metrics().withWin(family.win());
    FontFace likeness =
        face.likeness(
            family.name(), heights, measure.factor(weight >= 600, italic), family.region() != null);
    Certainty certainty = measure.exact() ? Certainty.TWIN : Certainty.ESTIMATE;
    return new Found(likeness, certainty, null);
  }
}
