package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.parse.value.Keywords;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a filter primitive or of what is inside one; what makes no sense is as if it
 * were not there.
 *
 * @param box the filtered element's box where primitive units are fractions of it, else null
 */
record PrimitiveAttributes(Element element, @Nullable Box box) {
  FilterInput input(String name) {
    String text = element.attribute(name);
    if (text == null || text.isBlank()) {
      return Source.PREVIOUS;
    }
    return switch (text.strip()) {
      case "SourceGraphic" -> Source.SOURCE_GRAPHIC;
      case "SourceAlpha" -> Source.SOURCE_ALPHA;
      default ->
          isUnsupported(text.strip()) ? Source.PREVIOUS : new FilterInput.Result(text.strip());
    };
  }

  /** Whether it is an input of Filter Effects 1 that is read as one that isn't there. */
  static boolean isUnsupported(String input) {
    return switch (input) {
      case "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint" -> true;
      default -> false;
    };
  }

  @Nullable String result() {
    String text = element.attribute("result");
    return text == null || text.isBlank() ? null : text.strip();
  }

  <E extends Enum<E>> E keyword(String name, E[] all, E initial) {
    String text = element.attribute(name);
    return Keywords.of(text == null ? null : text.strip(), all, initial);
  }

  boolean is(String name, String keyword) {
    String text = element.attribute(name);
    return text != null && text.strip().equals(keyword);
  }

  double number(String name, double initial) {
    Double number = number(name);
    return number == null ? initial : number;
  }

  @Nullable Double number(String name) {
    List<Double> numbers = numbers(name);
    return numbers != null && numbers.size() == 1 ? numbers.get(0) : null;
  }

  /** Whole numbers: what is behind the point doesn't count. */
  long whole(String name, int initial) {
    return (long) number(name, initial);
  }

  /** One or two numbers; one is that of both axes. */
  @Nullable PerAxis perAxis(String name) {
    List<Double> numbers = numbers(name);
    return numbers == null || numbers.isEmpty() || numbers.size() > 2
        ? null
        : new PerAxis(numbers.get(0), numbers.get(numbers.size() - 1));
  }

  PerAxis perAxis(String name, double initial) {
    PerAxis given = perAxis(name);
    return given == null ? new PerAxis(initial, initial) : given;
  }

  /** One or two lengths in primitive units. */
  PerAxis lengths(String name, double initial) {
    PerAxis given = lengths(name);
    return given == null ? new PerAxis(initial, initial) : given;
  }

  /** One or two lengths in primitive units; null where there is anything else, or nothing. */
  @Nullable PerAxis lengths(String name) {
    PerAxis given = perAxis(name);
    return given == null || box == null
        ? given
        : new PerAxis(given.x() * box.width(), given.y() * box.height());
  }

  /** A length along neither axis, in primitive units: a fraction is one of the diagonal. */
  double length(String name, double initial) {
    Double given = number(name);
    return given == null
        ? initial
        : box == null ? given : given * Math.hypot(box.width(), box.height()) / Math.sqrt(2);
  }

  /** A place along x, in primitive units. */
  double x(String name) {
    double given = number(name, 0);
    return box == null ? given : box.x() + given * box.width();
  }

  /** A place along y, in primitive units. */
  double y(String name) {
    double given = number(name, 0);
    return box == null ? given : box.y() + given * box.height();
  }

  /** A horizontal length in primitive units. */
  double dx(double initial) {
    Double given = number("dx");
    return given == null ? initial : box == null ? given : given * box.width();
  }

  /** A vertical length in primitive units. */
  double dy(double initial) {
    Double given = number("dy");
    return given == null ? initial : box == null ? given : given * box.height();
  }

  /** All numbers; null where there is anything else, or nothing given. */
  @Nullable List<Double> numbers(String name) {
    String text = element.attribute(name);
    if (text == null) {
      return null;
    }
    List<Double> numbers = new ArrayList<>();
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    while (!in.atEnd()) {
      double number = in.number();
      if (Double.isNaN(number)) {
        return null;
      }
      numbers.add(number);
      in.skipComma();
    }
    return numbers;
  }
}
