package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Affine;
import org.jspecify.annotations.Nullable;

/**
 * Transforms in space (CSS Transforms 2 §7) as browsers draw them in SVG, which is flat: seen from
 * straight above, without perspective.
 */
final class FlatTransforms {
  private FlatTransforms() {}

  /** Null where there is no such function of so many arguments; angles in degrees. */
  static @Nullable Affine function(String name, double[] arguments, int count) {
    double a = arguments[0];
    double b = count > 1 ? arguments[1] : 0;
    return switch (name) {
      case "translate3d" -> Affine.translate(a, b);
      case "scale3d" -> Affine.scale(a, count == 1 ? a : b);
      case "translatez", "scalez", "perspective" -> count == 1 ? Affine.IDENTITY : null;
      case "rotatex" -> count == 1 ? rotation(1, 0, 0, a) : null;
      case "rotatey" -> count == 1 ? rotation(0, 1, 0, a) : null;
      case "rotate3d" -> count == 4 ? rotation(a, b, arguments[2], arguments[3]) : null;
      case "matrix3d" ->
          count == 16
              ? new Affine(a, b, arguments[4], arguments[5], arguments[12], arguments[13])
              : null;
      default -> null;
    };
  }

  /** Around an axis (CSS Transforms 2 §13.1). */
  static Affine rotation(double x, double y, double z, double degrees) {
    double length = Math.sqrt(x * x + y * y + z * z);
    if (length == 0) {
      return Affine.IDENTITY;
    }
    double u = x / length;
    double v = y / length;
    double w = z / length;
    Affine turn = Affine.rotate(Math.toRadians(degrees));
    double cos = turn.a();
    double sin = turn.b();
    return new Affine(
        cos + u * u * (1 - cos),
        u * v * (1 - cos) + w * sin,
        u * v * (1 - cos) - w * sin,
        cos + v * v * (1 - cos),
        0,
        0);
  }
}
