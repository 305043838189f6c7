package dev.deckmill.api.orchestration.analysis;

import dev.deckmill.contracts.part.PageRecord.Rendition;
import dev.deckmill.contracts.part.Renditions;

/** How the elements of a slide came out, in figures. */
public record Outcome(Renditions counts) {
  /** How many there are. */
  public int elements() {
    return counts.nativeElements() + counts.approximateElements() + counts.rasterElements();
  }

  /** The share of them that are pictures, approximations counted half; 0 to 1. */
  public double complexity() {
    double weight = counts.rasterElements() + counts.approximateElements() / 2.0;
    return weight / Math.max(1, elements());
  }

  /** How most of them came out. */
  public Rendition most() {
    int most =
        Math.max(
            counts.nativeElements(),
            Math.max(counts.approximateElements(), counts.rasterElements()));
    if (most == counts.nativeElements()) {
      return Rendition.NATIVE;
    }
    return most == counts.approximateElements() ? Rendition.APPROXIMATE : Rendition.RASTER;
  }
}
