package dev.deckmill.svgpptx;

/**
 * A slide's size in EMU (ECMA-376 §19.2.1.39, {@code p:sldSz}).
 *
 * @param widthEmu 914400 to 51206400
 * @param heightEmu 914400 to 51206400
 */
public record SlideSize(long widthEmu, long heightEmu) {
  /** What PowerPoint takes for a new presentation: 13.333 × 7.5 inches. */
  public static final SlideSize WIDE = new SlideSize(12_192_000, 6_858_000);

  /** The older shape of a screen: 10 × 7.5 inches. */
  public static final SlideSize STANDARD = new SlideSize(9_144_000, 6_858_000);

  /** The shortest side that PowerPoint takes, in EMU. */
  public static final long LEAST_SIDE = 914_400;

  /** The longest. */
  public static final long MOST_SIDE = 51_206_400;

  public SlideSize {
    if (Math.min(widthEmu, heightEmu) < LEAST_SIDE || Math.max(widthEmu, heightEmu) > MOST_SIDE) {
      throw new IllegalArgumentException(
          "A slide's sides are "
              + LEAST_SIDE
              + " to "
              + MOST_SIDE
              + " EMU, not "
              + widthEmu
              + " × "
              + heightEmu);
    }
  }
}
