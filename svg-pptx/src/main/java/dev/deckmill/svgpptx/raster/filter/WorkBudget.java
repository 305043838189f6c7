package dev.deckmill.svgpptx.raster.filter;

/** What the filters of one picture may cost together. */
public final class WorkBudget {
  private long left;

  /**
   * @param operations the most work, in about what it costs to blend one pixel
   */
  public WorkBudget(long operations) {
    this.left = operations;
  }

  /**
   * @throws FilterTooCostly when there is less left
   */
  void spend(long pixels, double operationsEach) {
    left -= (long) Math.min(Long.MAX_VALUE / 2.0, pixels * operationsEach);
    if (left < 0) {
      throw new FilterTooCostly();
    }
  }
}
