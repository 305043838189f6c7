package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive.ComponentTransfer;
import dev.deckmill.svgpptx.ir.TransferFunction;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;

/** {@code feComponentTransfer} with the functions inside it (Filter Effects 1 §9.7). */
final class TransferFunctions {
  private TransferFunctions() {}

  static ComponentTransfer of(PrimitiveAttributes primitive) {
    return new ComponentTransfer(
        primitive.input("in"),
        last(primitive.element(), "feFuncR"),
        last(primitive.element(), "feFuncG"),
        last(primitive.element(), "feFuncB"),
        last(primitive.element(), "feFuncA"));
  }

  /** Of several for one channel the last counts. */
  private static TransferFunction last(Element primitive, String name) {
    TransferFunction last = TransferFunction.IDENTITY;
    for (Element child = primitive.firstChild(); child != null; child = child.next()) {
      if (child.name().equals(name) && !child.isCharacters()) {
        last = function(new PrimitiveAttributes(child, null));
      }
    }
    return last;
  }

  private static TransferFunction function(PrimitiveAttributes function) {
    String type = function.element().attribute("type");
    return switch (type == null ? "" : type.strip()) {
      case "table" -> new TransferFunction.Table(values(function));
      case "discrete" -> new TransferFunction.Discrete(values(function));
      case "linear" ->
          new TransferFunction.Linear(function.number("slope", 1), function.number("intercept", 0));
      case "gamma" ->
          new TransferFunction.Gamma(
              function.number("amplitude", 1),
              function.number("exponent", 1),
              function.number("offset", 0));
      default -> TransferFunction.IDENTITY;
    };
  }

  private static List<Double> values(PrimitiveAttributes function) {
    List<Double> values = function.numbers("tableValues");
    return values == null ? List.of() : values;
  }
}
