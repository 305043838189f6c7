package dev.deckmill.contracts.part;

/**
 * A slide's size in EMU (914,400 to the inch), each side 914400 to 51206400 (ECMA-376 §19.7.10,
 * ST_SlideSizeCoordinate).
 */
public record SlideSize(long widthEmu, long heightEmu) {
  public SlideSize {
    for (long side : new long[] {widthEmu, heightEmu}) {
      if (side < 914_400 || side > 51_206_400) {
        throw new IllegalArgumentException("a slide's side can't be " + side + " EMU");
      }
    }
  }
}
