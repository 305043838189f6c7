package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * x, y, dx, dy and rotate for each character that has one (SVG 2 §11.4.2): lists go to characters
 * in turn, inner elements win over outer ones.
 */
final class TextPositions {
  private final String characters;
  private double @Nullable [] x;
  private double @Nullable [] y;
  private double @Nullable [] dx;
  private double @Nullable [] dy;
  private double @Nullable [] rotate;

  private TextPositions(String characters) {
    this.characters = characters;
  }

  static TextPositions of(TextFlow flow, Frame frame) {
    TextPositions positions = new TextPositions(flow.characters());
    for (TextFlow.ElementRange extent : flow.elements()) {
      positions.add(extent, frame);
    }
    return positions;
  }

  private void add(TextFlow.ElementRange extent, Frame frame) {
    Element element = extent.element();
    for (int i = 0; i < element.attributeCount(); i++) {
      String value = element.attributeValue(i);
      switch (element.attributeName(i)) {
        case "x" -> x = list(x, value, extent, frame.width());
        case "y" -> y = list(y, value, extent, frame.height());
        case "dx" -> dx = list(dx, value, extent, frame.width());
        case "dy" -> dy = list(dy, value, extent, frame.height());
        case "rotate" -> rotate = rotations(value, extent);
        default -> {
          // not a position
        }
      }
    }
  }

  private double[] slots(double @Nullable [] known) {
    if (known != null) {
      return known;
    }
    double[] slots = new double[characters.length()];
    Arrays.fill(slots, Double.NaN);
    return slots;
  }

  private double @Nullable [] list(
      double @Nullable [] known, String value, TextFlow.ElementRange extent, double percentBase) {
    Style style = extent.style();
    ValueReader in = new ValueReader(value);
    in.skipSpace();
    double[] slots = slots(known);
    for (int i = extent.start(); i < extent.end() && !in.atEnd(); i = next(i)) {
      double position = LengthParser.next(in, style.units(), percentBase);
      if (Double.isNaN(position)) {
        break;
      }
      slots[i] = position;
      in.skipComma();
    }
    return slots;
  }

  /**
   * The last of the list goes on to the element's end. A list with anything but numbers is invalid.
   */
  private double @Nullable [] rotations(String value, TextFlow.ElementRange extent) {
    if (!isNumbers(value)) {
      return rotate;
    }
    ValueReader in = new ValueReader(value);
    in.skipSpace();
    double[] slots = slots(rotate);
    double angle = Double.NaN;
    for (int i = extent.start(); i < extent.end(); i = next(i)) {
      double given = in.number();
      in.skipComma();
      angle = Double.isNaN(given) ? angle : given;
      slots[i] = angle;
    }
    return slots;
  }

  private static boolean isNumbers(String value) {
    ValueReader in = new ValueReader(value);
    in.skipSpace();
    while (!Double.isNaN(in.number())) {
      in.skipComma();
    }
    return in.atEnd();
  }

  /** The character after one; pairs of surrogates are one character. */
  int next(int i) {
    return i + Character.charCount(characters.codePointAt(i));
  }

  /** NaN where none is given, as for the others. */
  double x(int i) {
    return x == null ? Double.NaN : x[i];
  }

  double y(int i) {
    return y == null ? Double.NaN : y[i];
  }

  double dx(int i) {
    return dx == null || Double.isNaN(dx[i]) ? 0 : dx[i];
  }

  double dy(int i) {
    return dy == null || Double.isNaN(dy[i]) ? 0 : dy[i];
  }

  double rotate(int i) {
    return rotate == null || Double.isNaN(rotate[i]) ? 0 : rotate[i];
  }
}
