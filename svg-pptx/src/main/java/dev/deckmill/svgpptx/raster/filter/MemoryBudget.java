package dev.deckmill.svgpptx.raster.filter;

/**
 * What the filters that are at work at one time may hold together: one may stand in another, whose
 * results wait for it.
 */
public final class MemoryBudget {
  private final long all;
  private long left;

  /**
   * @param bytes of all pictures that are kept
   */
  public MemoryBudget(long bytes) {
    this.all = bytes;
    this.left = bytes;
  }

  public long left() {
    return Math.max(0, left);
  }

  /** Whether nothing is at work. */
  public boolean isUntouched() {
    return left == all;
  }

  /** To be given back by {@link #release}, whether there is so much left or not. */
  public void claim(long bytes) {
    left -= bytes;
  }

  public void release(long bytes) {
    left += bytes;
  }
}
