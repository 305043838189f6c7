package dev.deckmill.svgpptx.analyze.geometry;

/**
 * An upright box in EMU, then turned around its centre.
 *
 * @param degrees clockwise, 0 to below 360
 */
public record Place(double x, double y, double width, double height, double degrees) {
  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }
}
