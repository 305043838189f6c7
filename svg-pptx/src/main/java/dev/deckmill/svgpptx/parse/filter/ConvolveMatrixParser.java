package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix.EdgeMode;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix.Kernel;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.TransparentBlack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code feConvolveMatrix} (Filter Effects 1 §9.9). */
final class ConvolveMatrixParser {
  private ConvolveMatrixParser() {}

  /** Where order, matrix and target don't belong together it draws nothing. */
  static FilterPrimitive parse(PrimitiveAttributes primitive) {
    Kernel kernel = kernel(primitive);
    if (kernel == null) {
      return new TransparentBlack();
    }
    Double divisor = primitive.number("divisor");
    return new ConvolveMatrix(
        primitive.input("in"),
        kernel,
        divisor == null || divisor == 0 ? null : divisor,
        primitive.number("bias", 0),
        primitive.keyword("edgeMode", EdgeMode.values(), EdgeMode.DUPLICATE),
        primitive.is("preserveAlpha", "true"),
        primitive.perAxis("kernelUnitLength"));
  }

  private static @Nullable Kernel kernel(PrimitiveAttributes primitive) {
    boolean given = primitive.element().attribute("order") != null;
    PerAxis order = given ? primitive.perAxis("order") : new PerAxis(3, 3);
    List<Double> values = primitive.numbers("kernelMatrix");
    if (order == null
        || values == null
        || !isCount(order.x())
        || !isCount(order.y())
        || values.size() != order.x() * order.y()) {
      return null;
    }
    Integer targetX = target(primitive, "targetX", (int) order.x());
    Integer targetY = target(primitive, "targetY", (int) order.y());
    return targetX == null || targetY == null
        ? null
        : new Kernel((int) order.x(), (int) order.y(), values, targetX, targetY);
  }

  private static boolean isCount(double number) {
    return number >= 1 && number == Math.rint(number);
  }

  /** The middle where none is given; null where it is outside. */
  private static @Nullable Integer target(PrimitiveAttributes primitive, String name, int size) {
    if (primitive.element().attribute(name) == null) {
      return size / 2;
    }
    double target = primitive.number(name, -1);
    return target >= 0 && target < size ? (int) target : null;
  }
}
