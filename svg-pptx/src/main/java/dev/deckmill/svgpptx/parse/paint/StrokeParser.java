package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stroke properties (SVG 2 §13.5). */
public final class StrokeParser {
  private static final double[] SOLID = {};
  private static final double DEFAULT_MITER_LIMIT = 4;

  private final PaintServers paints;

  public StrokeParser(PaintServers paints) {
    this.paints = paints;
  }

  /** The stroke; null where there is none to see. */
  public @Nullable Stroke stroke(
      Element element, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    String declared = style.get(Property.STROKE);
    if (declared == null || declared.equals("none")) {
      return null;
    }
    double width = length(style, Property.STROKE_WIDTH, frame, 1);
    if (!(width > 0)) {
      return null;
    }
    Paint paint = paints.paint(element, Property.STROKE, style, frame, bounds);
    if (paint instanceof Paint.None) {
      return null;
    }
    return new Stroke(
        paint,
        width,
        cap(style),
        join(style),
        miterLimit(style),
        dashes(style, frame),
        length(style, Property.STROKE_DASHOFFSET, frame, 0),
        style.is(Property.VECTOR_EFFECT, "non-scaling-stroke"));
  }

  private static double length(Style style, Property property, Frame frame, double initial) {
    String text = style.get(property);
    return text == null
        ? initial
        : LengthParser.parse(text, style.units(), frame.diagonal(), initial);
  }

  private static Stroke.Cap cap(Style style) {
    return switch (style.get(Property.STROKE_LINECAP, "butt")) {
      case "round" -> Stroke.Cap.ROUND;
      case "square" -> Stroke.Cap.SQUARE;
      default -> Stroke.Cap.BUTT;
    };
  }

  private static Stroke.Join join(Style style) {
    return switch (style.get(Property.STROKE_LINEJOIN, "miter")) {
      case "round" -> Stroke.Join.ROUND;
      case "bevel" -> Stroke.Join.BEVEL;
      default -> Stroke.Join.MITER;
    };
  }

  private static double miterLimit(Style style) {
    String text = style.get(Property.STROKE_MITERLIMIT);
    double limit = text == null ? DEFAULT_MITER_LIMIT : new ValueReader(text).number();
    return limit >= 1 ? limit : DEFAULT_MITER_LIMIT;
  }

  /** Anything invalid, and all zeros, is a solid line (SVG 2 §13.5.6). */
  private static double[] dashes(Style style, Frame frame) {
    String text = style.get(Property.STROKE_DASHARRAY);
    if (text == null || text.equals("none")) {
      return SOLID;
    }
    double[] dashes = lengths(new ValueReader(text), style, frame);
    double sum = Arrays.stream(dashes).sum();
    if (!(sum > 0) || sum == Double.POSITIVE_INFINITY) {
      return SOLID;
    }
    int count = dashes.length;
    if (count % 2 == 0) {
      return dashes;
    }
    double[] twice = Arrays.copyOf(dashes, 2 * count);
    System.arraycopy(dashes, 0, twice, count, count);
    return twice;
  }

  /** None where one of them is invalid. */
  private static double[] lengths(ValueReader in, Style style, Frame frame) {
    double[] lengths = new double[8];
    int count = 0;
    in.skipSpace();
    while (!in.atEnd()) {
      double length = LengthParser.next(in, style.units(), frame.diagonal());
      if (!(length >= 0)) {
        return SOLID;
      }
      if (count == lengths.length) {
        lengths = Arrays.copyOf(lengths, 2 * count);
      }
      lengths[count++] = length;
      in.skipComma();
    }
    return Arrays.copyOf(lengths, count);
  }
}
