package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.Filter.Step;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ComponentTransfer;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DropShadow;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.TransferFunction;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filter functions (Filter Effects 1 §6) as the primitives they are defined by. */
final class FilterFunctions {
  private final Style style;

  /** What there is to filter reaches no further. */
  private final Box reach;

  private FilterFunctions(Style style, Box reach) {
    this.style = style;
    this.reach = reach;
  }

  /**
   * The filter; null where there is no such function or its argument is invalid.
   *
   * @param box of the element; null: it has none
   * @param before the region of the filter before it in a list; null: it is the first
   */
  static @Nullable Filter parse(
      String name, String argument, Style style, @Nullable Box box, @Nullable Box before) {
    if (box == null) {
      return new Filter(new Box(0, 0, 0, 0), List.of());
    }
    // strokes reach beyond the bounding box, and functions have no region to cut them off
    Box reach = before == null ? grown(box, Math.max(box.width(), box.height()) / 2 + 16) : before;
    FilterFunctions functions = new FilterFunctions(style, reach);
    double amount = functions.amount(argument);
    return switch (name) {
      case "blur" -> functions.blur(argument);
      case "drop-shadow" -> functions.dropShadow(argument);
      case "opacity" -> functions.alpha(Math.min(1, amount));
      case "brightness" -> functions.linear(amount, 0);
      case "contrast" -> functions.linear(amount, 0.5 - amount / 2);
      case "invert" -> functions.linear(1 - 2 * Math.min(1, amount), Math.min(1, amount));
      case "grayscale" -> functions.saturate(1 - Math.min(1, amount));
      case "saturate" -> functions.saturate(amount);
      case "sepia" -> functions.sepia(1 - Math.min(1, amount));
      case "hue-rotate" -> functions.hueRotate(argument);
      default -> null;
    };
  }

  /** A number or percentage of 0 or more; 1 where it is left out; NaN where it is invalid. */
  private double amount(String argument) {
    double amount =
        argument.isEmpty() ? 1 : LengthParser.parse(argument, style.units(), 1, Double.NaN);
    return amount >= 0 ? amount : Double.NaN;
  }

  private Filter filter(double margin, FilterPrimitive primitive) {
    Box region = grown(reach, margin);
    return new Filter(region, List.of(new Step(region, null, false, primitive)));
  }

  private static Box grown(Box box, double by) {
    return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
  }

  /** NaN where it is none; numbers without a unit are none but 0, not even in attributes. */
  private double length(String text) {
    double length = LengthParser.parse(text, style.units(), Double.NaN, Double.NaN);
    boolean isNumber =
        !text.isEmpty() && "0123456789.".indexOf(text.charAt(text.length() - 1)) >= 0;
    return isNumber && length != 0 ? Double.NaN : length;
  }

  private @Nullable Filter blur(String argument) {
    double deviation = argument.isEmpty() ? 0 : length(argument);
    return !(deviation >= 0)
        ? null
        : filter(
            3 * deviation, new GaussianBlur(Source.PREVIOUS, new PerAxis(deviation, deviation)));
  }

  private @Nullable Filter dropShadow(String argument) {
    List<Double> lengths = new ArrayList<>();
    Rgba color = Colors.current(style);
    for (String part : parts(argument)) {
      // attributes may leave units out here, and nowhere else
      double length = LengthParser.parse(part, style.units(), Double.NaN, Double.NaN);
      if (!Double.isNaN(length)) {
        lengths.add(length);
      } else if (!part.toLowerCase(Locale.ROOT).equals("currentcolor")) {
        color = ColorParser.parse(part);
        if (color == null) {
          return null;
        }
      }
    }
    if (lengths.size() < 2 || lengths.size() > 3) {
      return null;
    }
    double dx = lengths.get(0);
    double dy = lengths.get(1);
    double deviation = lengths.size() == 3 ? lengths.get(2) : 0;
    return deviation < 0
        ? null
        : filter(
            3 * deviation + Math.max(Math.abs(dx), Math.abs(dy)),
            new DropShadow(Source.PREVIOUS, dx, dy, new PerAxis(deviation, deviation), color));
  }

  /** Words, with what is in brackets kept together. */
  private static List<String> parts(String argument) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= argument.length(); i++) {
      char c = i < argument.length() ? argument.charAt(i) : ' ';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c <= ' ' && depth == 0) {
        if (i > start) {
          parts.add(argument.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private @Nullable Filter alpha(double amount) {
    TransferFunction same = TransferFunction.IDENTITY;
    return Double.isNaN(amount)
        ? null
        : filter(
            0,
            new ComponentTransfer(
                Source.PREVIOUS, same, same, same, new TransferFunction.Linear(amount, 0)));
  }

  private @Nullable Filter linear(double slope, double intercept) {
    TransferFunction each = new TransferFunction.Linear(slope, intercept);
    return Double.isNaN(slope)
        ? null
        : filter(
            0, new ComponentTransfer(Source.PREVIOUS, each, each, each, TransferFunction.IDENTITY));
  }

  private @Nullable Filter saturate(double amount) {
    return Double.isNaN(amount) ? null : matrix(ColorMatrix.Type.SATURATE, List.of(amount));
  }

  private @Nullable Filter hueRotate(String argument) {
    double angle = argument.isEmpty() ? 0 : TransformParser.angle(argument);
    return Double.isNaN(angle) ? null : matrix(ColorMatrix.Type.HUE_ROTATE, List.of(angle));
  }

  private Filter matrix(ColorMatrix.Type type, List<Double> values) {
    return filter(0, new ColorMatrix(Source.PREVIOUS, type, values));
  }

  /** The matrix of §13.1.3, {@code keep} of it the original. */
  private @Nullable Filter sepia(double keep) {
    if (Double.isNaN(keep)) {
      return null;
    }
    double[] full = {0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131};
    List<Double> values = new ArrayList<>(20);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double identity = row == column ? 1 : 0;
        values.add(keep * identity + (1 - keep) * full[3 * row + column]);
      }
      values.addAll(List.of(0.0, 0.0));
    }
    values.addAll(List.of(0.0, 0.0, 0.0, 1.0, 0.0));
    return matrix(ColorMatrix.Type.MATRIX, values);
  }
}
