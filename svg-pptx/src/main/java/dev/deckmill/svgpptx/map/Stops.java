package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.ir.Paint.Spread;
import dev.deckmill.svgpptx.ir.Paint.Stop;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.List;

/** A gradient's stops over another stretch than from 0 to 1. */
final class Stops {
  private static final int MOST_REPEATS = 50;
  private static final double HAIR = 1e-6;

  private Stops() {}

  /** Stops from 0 to 1 that show what the gradient shows from {@code from} to {@code to}. */
  static List<Stop> between(List<Stop> stops, Spread spread, double from, double to) {
    double length = Math.max(to - from, HAIR);
    List<Stop> line = new ArrayList<>();
    line.add(new Stop(0, at(stops, spread, from, 1)));
    int first = spread == Spread.PAD ? 0 : (int) Math.floor(from);
    int last = spread == Spread.PAD ? 0 : (int) Math.ceil(to) - 1;
    for (int n = first; n <= Math.min(last, first + MOST_REPEATS); n++) {
      boolean backwards = spread == Spread.REFLECT && n % 2 != 0;
      for (int i = 0; i < stops.size(); i++) {
        Stop stop = stops.get(backwards ? stops.size() - 1 - i : i);
        double offset = n + (backwards ? 1 - stop.offset() : stop.offset());
        double place = (offset - from) / length;
        if (place > HAIR && place < 1 - HAIR) {
          line.add(new Stop(place, stop.color()));
        }
      }
    }
    line.add(new Stop(1, at(stops, spread, to, -1)));
    return line;
  }

  /** The colour at an offset; where two stops meet, the one on the given side. */
  private static Rgba at(List<Stop> stops, Spread spread, double offset, int side) {
    double t =
        switch (spread) {
          case PAD -> offset;
          case REPEAT -> {
            double rest = offset - Math.floor(offset);
            yield rest == 0 && side < 0 ? 1 : rest;
          }
          case REFLECT -> {
            double rest = offset - 2 * Math.floor(offset / 2);
            yield rest > 1 ? 2 - rest : rest;
          }
        };
    Stop before = stops.get(0);
    if (t <= before.offset()) {
      return side > 0 && t == before.offset() ? lastAt(stops, t) : before.color();
    }
    for (Stop stop : stops) {
      if (stop.offset() >= t) {
        double span = stop.offset() - before.offset();
        return span <= 0
            ? stop.color()
            : mixed(before.color(), stop.color(), (t - before.offset()) / span);
      }
      before = stop;
    }
    return before.color();
  }

  private static Rgba lastAt(List<Stop> stops, double t) {
    Rgba color = stops.get(0).color();
    for (Stop stop : stops) {
      if (stop.offset() > t) {
        break;
      }
      color = stop.color();
    }
    return color;
  }

  private static Rgba mixed(Rgba a, Rgba b, double share) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (a.rgb() >> shift) & 0xff;
      int to = (b.rgb() >> shift) & 0xff;
      rgb |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return new Rgba(rgb, a.alpha() + (b.alpha() - a.alpha()) * share);
  }
}
