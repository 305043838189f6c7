package dev.deckmill.contracts.part;

/** How many of a page's elements came out in which way. */
public record Renditions(int nativeElements, int approximateElements, int rasterElements) {
  public Renditions {
    Checks.atLeast("nativeElements", nativeElements, 0);
    Checks.atLeast("approximateElements", approximateElements, 0);
    Checks.atLeast("rasterElements", rasterElements, 0);
  }
}
