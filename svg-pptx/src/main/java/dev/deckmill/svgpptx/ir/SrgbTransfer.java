package dev.deckmill.svgpptx.ir;

/** Between the components of sRGB and amounts of light (CSS Color 4 §17), odd around 0. */
public final class SrgbTransfer {
  private SrgbTransfer() {}

  /** A component of sRGB, of an amount of light. */
  public static double toGamma(double light) {
    double magnitude = Math.abs(light);
    double encoded =
        magnitude <= 0.0031308 ? 12.92 * magnitude : 1.055 * Math.pow(magnitude, 1 / 2.4) - 0.055;
    return Math.copySign(encoded, light);
  }

  /** An amount of light, of a component of sRGB. */
  public static double toLinear(double component) {
    double magnitude = Math.abs(component);
    double linear =
        magnitude <= 0.04045 ? magnitude / 12.92 : Math.pow((magnitude + 0.055) / 1.055, 2.4);
    return Math.copySign(linear, component);
  }
}
