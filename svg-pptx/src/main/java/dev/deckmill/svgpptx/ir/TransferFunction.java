package dev.deckmill.svgpptx.ir;

import java.util.List;

/** What becomes of one channel in {@code feComponentTransfer} (Filter Effects 1 §9.7). */
public sealed interface TransferFunction {
  TransferFunction IDENTITY = new Identity();

  record Identity() implements TransferFunction {}

  record Table(List<Double> values) implements TransferFunction {
    public Table {
      values = List.copyOf(values);
    }
  }

  record Discrete(List<Double> values) implements TransferFunction {
    public Discrete {
      values = List.copyOf(values);
    }
  }

  record Linear(double slope, double intercept) implements TransferFunction {}

  record Gamma(double amplitude, double exponent, double offset) implements TransferFunction {}
}
