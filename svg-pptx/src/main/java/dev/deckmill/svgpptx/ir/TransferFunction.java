package dev.deckmill.svgpptx.ir;

import java.util.List;

/** What becomes of one channel in {@code feComponentTransfer} (Filter Effects 1 §9.7). */
public sealed interface TransferFunction {
  TransferFunction IDENTITY = new Identity();

  /** What a channel becomes, 0 to 1; the result is not clamped. */
  double value(double channel);

  record Identity() implements TransferFunction {
    @Override
    public double value(double channel) {
      return channel;
    }
  }

  /** Straight pieces between values at equal distances; without values the identity. */
  record Table(List<Double> values) implements TransferFunction {
    public Table {
      values = List.copyOf(values);
    }

    @Override
    public double value(double channel) {
      if (values.isEmpty()) {
        return channel;
      }
      int pieces = values.size() - 1;
      int k = Math.min((int) (channel * pieces), Math.max(0, pieces - 1));
      double from = values.get(k);
      double to = values.get(Math.min(k + 1, pieces));
      return from + (channel * pieces - k) * (to - from);
    }
  }

  /** Steps of equal width; without values the identity. */
  record Discrete(List<Double> values) implements TransferFunction {
    public Discrete {
      values = List.copyOf(values);
    }

    @Override
    public double value(double channel) {
      return values.isEmpty()
          ? channel
          : values.get(Math.min((int) (channel * values.size()), values.size() - 1));
    }
  }

  record Linear(double slope, double intercept) implements TransferFunction {
    @Override
    public double value(double channel) {
      return slope * channel + intercept;
    }
  }

  record Gamma(double amplitude, double exponent, double offset) implements TransferFunction {
    @Override
    public double value(double channel) {
      return amplitude * Math.pow(channel, exponent) + offset;
    }
  }
}
