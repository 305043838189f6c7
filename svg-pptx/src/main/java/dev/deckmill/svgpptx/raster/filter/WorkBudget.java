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
   * All or nothing: what is too much for one filter is left for others.
   *
   * @throws FilterTooCostly when there is less left
   */
  void spend(long pixels, double operationsEach) {
    if (!take(pixels * operationsEach)) {
      throw new FilterTooCostly("would take too long");
    }
  }

  /** Spends so much, if there is as much left. */
  public boolean take(double operations) {
    if (!(operations <= left)) {
      return false;
    }
    left -= (long) operations;
    return true;
  }
}
