package dev.deckmill.svgpptx.parse.value;

/** Between the components of sRGB and amounts of light (CSS Color 4 §17), odd around 0. */
final class Transfer {
  private Transfer() {}

  static double toGamma(double light) {
    double magnitude = Math.abs(light);
    double encoded =
        magnitude <= 0.0031308 ? 12.92 * magnitude : 1.055 * Math.pow(magnitude, 1 / 2.4) - 0.055;
    return Math.copySign(encoded, light);
  }

  static double toLinear(double component) {
    double magnitude = Math.abs(component);
    double linear =
        magnitude <= 0.04045 ? magnitude / 12.92 : Math.pow((magnitude + 0.055) / 1.055, 2.4);
    return Math.copySign(linear, component);
  }
}
