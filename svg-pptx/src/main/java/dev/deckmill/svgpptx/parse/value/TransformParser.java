package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Affine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code transform}: the attribute's list and the CSS property's functions (CSS Transforms 1 §8,
 * §9; of CSS Transforms 2 what is left of it on a flat page), and the properties beside it (CSS
 * Transforms 2 §5).
 */
public final class TransformParser {
  private static final int MOST_ARGUMENTS = 16;
  private static final Reference NONE =
      new Reference(new Units(Units.MEDIUM, Units.MEDIUM, 0, 0), 0, 0);

  private final ValueReader in;
  private final Reference reference;
  private final double[] arguments = new double[MOST_ARGUMENTS];
  private int count;

  /**
   * What lengths refer to.
   *
   * @param width what 100 % to the right is, in user units
   * @param height what 100 % down is, in user units
   */
  public record Reference(Units units, double width, double height) {}

  private TransformParser(String text, Reference reference) {
    this.in = new ValueReader(text);
    this.reference = reference;
  }

  /** The product of the list; null where it is not valid, which makes the whole of it void. */
  public static @Nullable Affine parse(String text) {
    return parse(text, NONE);
  }

  /** The same where lengths may be relative. */
  public static @Nullable Affine parse(String text, Reference reference) {
    return new TransformParser(text, reference).list();
  }

  /** {@code translate}: one to three lengths; null where it is not valid. */
  public static @Nullable Affine translation(String text, Reference reference) {
    return property("translate3d", text, reference);
  }

  /** {@code scale}: one to three numbers; null where it is not valid. */
  public static @Nullable Affine scaling(String text) {
    return property("scale3d", text, NONE);
  }

  /** {@code rotate}: an angle, perhaps around an axis; null where it is not valid. */
  public static @Nullable Affine rotation(String text) {
    if (text.equalsIgnoreCase("none")) {
      return Affine.IDENTITY;
    }
    List<String> words = CssText.words(text.toLowerCase(Locale.ROOT));
    double[] axis = {0, 0, 0};
    double angle = Double.NaN;
    int components = 0;
    for (String word : words) {
      int named = "xyz".indexOf(word);
      double number = named >= 0 ? Double.NaN : TimeParser.number(word);
      if (named >= 0) {
        axis[named] = 1;
        components += 3;
      } else if (!Double.isNaN(number) && components < 3) {
        axis[components++] = number;
      } else {
        angle = angle(word);
      }
    }
    if (Double.isNaN(angle) || components % 3 != 0) {
      return null;
    }
    return components == 0
        ? Affine.rotate(Math.toRadians(angle))
        : FlatTransforms.rotation(axis[0], axis[1], axis[2], angle);
  }

  private static @Nullable Affine property(String function, String text, Reference reference) {
    if (text.equalsIgnoreCase("none")) {
      return Affine.IDENTITY;
    }
    TransformParser parser = new TransformParser(text + ")", reference);
    return parser.arguments(function) && parser.count <= 3 && parser.count > 0
        ? parser.function(function)
        : null;
  }

  /** An angle in degrees; NaN where the text is none. */
  public static double angle(String text) {
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    double value = in.number();
    if (Double.isNaN(value)) {
      value = MathExpression.at(in, new Terms(NONE, Double.NaN));
    } else {
      value *= degrees(in.word());
    }
    in.skipSpace();
    return in.atEnd() ? value : Double.NaN;
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
      if (!in.take('(') || !arguments(name)) {
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

  private boolean arguments(String function) {
    count = 0;
    in.skipSpace();
    while (!in.take(')')) {
      if (count == arguments.length) {
        return false;
      }
      double value = argument(function);
      if (Double.isNaN(value)) {
        return false;
      }
      arguments[count++] = value;
      in.skipComma();
    }
    return true;
  }

  private double argument(String function) {
    double value = in.number();
    if (Double.isNaN(value)) {
      return MathExpression.at(in, new Terms(reference, onePercent(function)));
    }
    if (in.take('%')) {
      return value * onePercent(function);
    }
    String unit = in.word();
    return unit.isEmpty() ? value : value * unit(unit.toLowerCase(Locale.ROOT), reference);
  }

  private double onePercent(String function) {
    return switch (function) {
      case "translate", "translate3d" ->
          count == 0 ? reference.width() / 100 : count == 1 ? reference.height() / 100 : Double.NaN;
      case "translatex" -> reference.width() / 100;
      case "translatey" -> reference.height() / 100;
      case "scale", "scalex", "scaley", "scalez", "scale3d" -> 0.01;
      default -> Double.NaN;
    };
  }

  /** User units or degrees in a unit; an unknown one makes the number NaN and the function void. */
  private static double unit(String name, Reference reference) {
    double length = reference.units().of(name);
    return Double.isNaN(length) ? degrees(name) : length;
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
          case "rotate", "rotatez" -> rotation(a);
          case "skewx" -> count == 1 ? new Affine(1, 0, tan(a), 1, 0, 0) : null;
          case "skewy" -> count == 1 ? new Affine(1, tan(a), 0, 1, 0, 0) : null;
          case "skew" -> count == 1 || count == 2 ? new Affine(1, tan(b), tan(a), 1, 0, 0) : null;
          default -> FlatTransforms.function(name, arguments, count);
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

  /** What is in a calculation. */
  private record Terms(Reference reference, double onePercent) implements MathExpression.Terms {
    @Override
    public double unit(String unit) {
      return TransformParser.unit(unit, reference);
    }
  }
}
