package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.TransferFunction;
import java.util.List;

/** Writes the functions of {@code feComponentTransfer}. */
final class PlainTransferFunction {
  private final SvgText out;

  PlainTransferFunction(SvgText out) {
    this.out = out;
  }

  void write(String name, TransferFunction function) {
    switch (function) {
      case TransferFunction.Identity identity -> {
        // what is meant where nothing is written
      }
      case TransferFunction.Table table -> table(name, "table", table.values());
      case TransferFunction.Discrete discrete -> table(name, "discrete", discrete.values());
      case TransferFunction.Linear linear -> {
        out.open(name).attribute("type", "linear").attribute("slope", linear.slope());
        out.attribute("intercept", linear.intercept()).empty();
      }
      case TransferFunction.Gamma gamma -> {
        out.open(name).attribute("type", "gamma").attribute("amplitude", gamma.amplitude());
        out.attribute("exponent", gamma.exponent()).attribute("offset", gamma.offset()).empty();
      }
    }
  }

  private void table(String name, String type, List<Double> values) {
    if (!values.isEmpty()) {
      out.open(name).attribute("type", type);
      out.attribute("tableValues", PrimitiveTag.numbers(values)).empty();
    }
  }
}
