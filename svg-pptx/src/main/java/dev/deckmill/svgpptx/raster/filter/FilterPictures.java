package dev.deckmill.svgpptx.raster.filter;

/** What a filter asks to be drawn: premultiplied ARGB in sRGB, row by row, of the whole grid. */
public interface FilterPictures {
  /** The filtered element without the filter. */
  int[] sourceGraphic();

  /**
   * What an {@code feImage} shows.
   *
   * @param step its number among the filter's steps
   */
  int[] image(int step);
}
