package dev.deckmill.svgpptx.raster.filter;

/** A picture's filters would take more work than a picture is worth. */
public final class FilterTooCostly extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FilterTooCostly() {
    super("the filters of one picture would take too long");
  }
}
