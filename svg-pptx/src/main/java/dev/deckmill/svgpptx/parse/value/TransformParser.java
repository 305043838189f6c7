package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Affine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code transform}: the attribute's list and the CSS property's functions (CSS Transforms 1 §8,
 * §9), two-dimensional.
 */
public final class TransformParser {
  private final ValueReader in;
  private final double[] arguments = new double[6];
  private int count;

  private TransformParser(String text) {
    this.in = new ValueReader(text);
  }

  /** The product of the list; null where it is not valid, which makes the whole of it void. */
  public static @Nullable Affine parse(String text) {
    return new TransformParser(text).list();
  }

  /** An angle in degrees; NaN where the text is none. */
  public static double angle(String text) {
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    double value = in.number();
    double unit = degrees(in.word());
    in.skipSpace();
    return in.atEnd() ? value * unit : Double.NaN;
  }

  /** How many degrees an angle unit is; none is degrees. NaN for anything else. */
  static double degrees(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "", "deg" -> 1;
      case "rad" -> 180 / Math.PI;
      case "grad" -> 0.9;
      case "turn" -> 360;
      default -> Double.NaN;
    };
  }

  private @Nullable Affine list() {
    Affine product = Affine.IDENTITY;
    in.skipSpace();
    while (!in.atEnd()) {
      String name = in.word().toLowerCase(Locale.ROOT);
      if (name.equals("none")) {
        return product;
      }
      in.skipSpace();
      if (!in.take('(') || !arguments()) {
        return null;
      }
      Affine next = function(name);
      if (next == null) {
        return null;
      }
      product = product.isIdentity() ? next : product.times(next);
      in.skipComma();
    }
    return product;
  }

  private boolean arguments() {
    count = 0;
    in.skipSpace();
    while (!in.take(')')) {
      double value = in.number();
      if (Double.isNaN(value) || count == arguments.length) {
        return false;
      }
      arguments[count++] = value * unit(in.word());
      in.skipComma();
    }
    return true;
  }

  /** User units or degrees in a unit; an unknown one makes the number NaN and the function void. */
  private static double unit(String name) {
    return switch (name) {
      case "", "deg", "px" -> 1;
      case "rad" -> 180 / Math.PI;
      case "grad" -> 0.9;
      case "turn" -> 360;
      case "pt" -> LengthParser.PT;
      case "mm" -> LengthParser.IN / 25.4;
      case "cm" -> LengthParser.IN / 2.54;
      case "in" -> LengthParser.IN;
      default -> Double.NaN;
    };
  }

  private @Nullable Affine function(String name) {
    double a = arguments[0];
    double b = count > 1 ? arguments[1] : 0;
    Affine result =
        switch (name) {
          case "matrix" ->
              count == 6
                  ? new Affine(a, b, arguments[2], arguments[3], arguments[4], arguments[5])
                  : null;
          case "translate" -> count == 1 || count == 2 ? Affine.translate(a, b) : null;
          case "translatex" -> count == 1 ? Affine.translate(a, 0) : null;
          case "translatey" -> count == 1 ? Affine.translate(0, a) : null;
          case "scale" -> count == 1 || count == 2 ? Affine.scale(a, count == 1 ? a : b) : null;
          case "scalex" -> count == 1 ? Affine.scale(a, 1) : null;
          case "scaley" -> count == 1 ? Affine.scale(1, a) : null;
          case "rotate" -> rotation(a);
          case "skewx" -> count == 1 ? new Affine(1, 0, tan(a), 1, 0, 0) : null;
          case "skewy" -> count == 1 ? new Affine(1, tan(a), 0, 1, 0, 0) : null;
          case "skew" -> count == 1 || count == 2 ? new Affine(1, tan(b), tan(a), 1, 0, 0) : null;
          default -> null;
        };
    return result == null || isFinite(result) ? result : null;
  }

  private @Nullable Affine rotation(double degrees) {
    if (count != 1 && count != 3) {
      return null;
    }
    Affine turn = Affine.rotate(Math.toRadians(degrees));
    return count == 1
        ? turn
        : Affine.translate(arguments[1], arguments[2])
            .times(turn)
            .times(Affine.translate(-arguments[1], -arguments[2]));
  }

  private static double tan(double degrees) {
    return Math.tan(Math.toRadians(degrees));
  }

  private static boolean isFinite(Affine m) {
    return Double.isFinite(m.a() + m.b() + m.c() + m.d() + m.e() + m.f());
  }
}
