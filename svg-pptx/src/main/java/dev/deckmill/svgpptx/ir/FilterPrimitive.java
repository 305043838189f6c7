package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filter primitives (Filter Effects 1 §9), each with its attributes: lengths in user units, and
 * initial values where there was none or one without meaning.
 */
public sealed interface FilterPrimitive {
  /** One number for each axis, as {@code stdDeviation} has. */
  record PerAxis(double x, double y) {}

  /** {@code feBlend}. */
  record Blend(FilterInput in, FilterInput in2, Compositing.Blend mode)
      implements FilterPrimitive {}

  /**
   * {@code feColorMatrix}.
   *
   * @param values as many as are given, whether the type takes so many or not
   */
  record ColorMatrix(FilterInput in, Type type, List<Double> values) implements FilterPrimitive {
    public enum Type {
      MATRIX,
      SATURATE,
      HUE_ROTATE,
      LUMINANCE_TO_ALPHA
    }

    public ColorMatrix {
      values = List.copyOf(values);
    }

    /**
     * Twenty: for each of red, green, blue and alpha of the result the factors of those four, of
     * colours that alpha isn't multiplied into and 0 to 1, and what is added. Where there are not
     * as many values as the type takes, nothing changes.
     */
    public double[] coefficients() {
      return ColorMatrices.of(type, values);
    }
  }

  /** {@code feComponentTransfer}. */
  record ComponentTransfer(
      FilterInput in,
      TransferFunction red,
      TransferFunction green,
      TransferFunction blue,
      TransferFunction alpha)
      implements FilterPrimitive {}

  /** {@code feComposite}; the factors are those of {@code arithmetic}. */
  record Composite(FilterInput in, FilterInput in2, Composite.Operator operator, Factors k)
      implements FilterPrimitive {
    public enum Operator {
      OVER,
      IN,
      OUT,
      ATOP,
      XOR,
      LIGHTER,
      ARITHMETIC
    }

    public record Factors(double k1, double k2, double k3, double k4) {}
  }

  /**
   * {@code feConvolveMatrix}.
   *
   * @param divisor or null: the sum of the kernel's values
   * @param unitLength {@code kernelUnitLength}, or null: a pixel
   */
  record ConvolveMatrix(
      FilterInput in,
      Kernel kernel,
      @Nullable Double divisor,
      double bias,
      EdgeMode edgeMode,
      boolean preserveAlpha,
      @Nullable PerAxis unitLength)
      implements FilterPrimitive {
    /**
     * The matrix.
     *
     * @param values row by row, as many as rows times columns
     * @param targetX the column that lies over the pixel
     * @param targetY the row that lies over the pixel
     */
    public record Kernel(int columns, int rows, List<Double> values, int targetX, int targetY) {
      public Kernel {
        values = List.copyOf(values);
        if ((long) columns * rows != values.size()
            || Objects.checkIndex(targetX, columns) != targetX
            || Objects.checkIndex(targetY, rows) != targetY) {
          throw new IllegalArgumentException("order, matrix and target don't belong together");
        }
      }
    }

    public enum EdgeMode {
      DUPLICATE,
      WRAP,
      NONE
    }
  }

  /**
   * {@code feDiffuseLighting}.
   *
   * @param unitLength {@code kernelUnitLength}, or null: a pixel
   */
  record DiffuseLighting(
      FilterInput in,
      double surfaceScale,
      double diffuseConstant,
      Rgba color,
      LightSource light,
      @Nullable PerAxis unitLength)
      implements FilterPrimitive {}

  /** {@code feDisplacementMap}. */
  record DisplacementMap(
      FilterInput in, FilterInput in2, double scale, Channel xChannel, Channel yChannel)
      implements FilterPrimitive {
    public enum Channel {
      R,
      G,
      B,
      A
    }
  }

  /** {@code feDropShadow}. */
  record DropShadow(FilterInput in, double dx, double dy, PerAxis deviation, Rgba color)
      implements FilterPrimitive {}

  /** {@code feFlood}. */
  record Flood(Rgba color) implements FilterPrimitive {}

  /**
   * {@code feGaussianBlur}.
   *
   * @param deviation or null, where what is given makes no sense: nothing is blurred
   */
  record GaussianBlur(FilterInput in, @Nullable PerAxis deviation) implements FilterPrimitive {}

  /** {@code feImage}. */
  record Image(Node picture) implements FilterPrimitive {}

  /** {@code feMerge}, the lowest first. */
  record Merge(List<FilterInput> nodes) implements FilterPrimitive {
    public Merge {
      nodes = List.copyOf(nodes);
    }
  }

  /** {@code feMorphology}. */
  record Morphology(FilterInput in, Morphology.Operator operator, PerAxis radius)
      implements FilterPrimitive {
    public enum Operator {
      ERODE,
      DILATE
    }
  }

  /** {@code feOffset}. */
  record Offset(FilterInput in, double dx, double dy) implements FilterPrimitive {}

  /**
   * {@code feSpecularLighting}.
   *
   * @param unitLength {@code kernelUnitLength}, or null: a pixel
   */
  record SpecularLighting(
      FilterInput in,
      double surfaceScale,
      double specularConstant,
      double specularExponent,
      Rgba color,
      LightSource light,
      @Nullable PerAxis unitLength)
      implements FilterPrimitive {}

  /** {@code feTile}. */
  record Tile(FilterInput in) implements FilterPrimitive {}

  /** {@code feTurbulence}. */
  record Turbulence(PerAxis baseFrequency, long octaves, long seed, boolean stitched, Noise type)
      implements FilterPrimitive {
    public enum Noise {
      FRACTAL_NOISE,
      TURBULENCE
    }
  }

  /** Any primitive that draws nothing: an image that isn't there, lighting without a light. */
  record TransparentBlack() implements FilterPrimitive {}
}
