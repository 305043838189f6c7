package dev.deckmill.svgpptx.raster.filter;

/** A filter would take more work, or more memory, than a picture is worth. */
public final class FilterTooCostly extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what it would do, as the end of a sentence
   */
  public FilterTooCostly(String what) {
    super(what);
  }
}
