package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.ir.Paint.Spread;
import dev.deckmill.svgpptx.ir.Paint.Stop;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.List;

/** A gradient's stops over another stretch than from 0 to 1. */
public final class Stops {
  /** A line of more stops than this makes is no gradient that anyone can see. */
  static final int MOST_REPEATS = 50;

  private static final double HAIR = 1e-6;

  /** Steps of so many 255ths are not seen as steps. */
  private static final int COARSEST = 3;

  private static final int MOST_STEPS = 120;

  private Stops() {}

  /** Stops from 0 to 1 that show what the gradient shows from {@code from} to {@code to}. */
  public static List<Stop> between(List<Stop> given, Spread spread, double from, double to) {
    List<Stop> stops = spread == Spread.PAD ? given : filled(given);
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

  /** With stops at 0 and 1: where a gradient begins anew, its first colour does. */
  private static List<Stop> filled(List<Stop> stops) {
    List<Stop> filled = new ArrayList<>(stops);
    Stop first = stops.get(0);
    Stop last = stops.get(stops.size() - 1);
    if (first.offset() > 0) {
      filled.add(0, new Stop(0, first.color()));
    }
    if (last.offset() < 1) {
      filled.add(new Stop(1, last.color()));
    }
    return filled;
  }

  /** The colour at an offset; where two stops meet, the one on the given side. */
  private static Rgba at(List<Stop> stops, Spread spread, double offset, int side) {
    double t =
        switch (spread) {
          case PAD -> offset;
          case REPEAT -> {
            double rest = offset - Math.floor(offset);
            if (rest < HAIR && side < 0) {
              yield 1;
            }
            yield rest > 1 - HAIR && side > 0 ? 0 : rest;
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

  /** One colour of several that show a gradient's stretch: from one offset to another. */
  record Step(double from, double to, Rgba color) {}

  /** The gradient's line between two offsets in steps of one colour each that hardly show. */
  static List<Step> steps(List<Stop> given, Spread spread, double from, double to) {
    List<Stop> stops = between(given, spread, from, to);
    int wanted = 0;
    for (int i = 1; i < stops.size(); i++) {
      wanted += shades(stops.get(i - 1).color(), stops.get(i).color());
    }
    double coarser = Math.max(1, (double) wanted / MOST_STEPS);
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < stops.size(); i++) {
      Stop a = stops.get(i - 1);
      Stop b = stops.get(i);
      int n = (int) Math.ceil(shades(a.color(), b.color()) / coarser);
      double start = from + a.offset() * (to - from);
      double step = (b.offset() - a.offset()) * (to - from) / n;
      for (int k = 0; k < n && step > 0; k++) {
        Rgba color = mixed(a.color(), b.color(), (k + 0.5) / n);
        steps.add(new Step(start + k * step, start + (k + 1) * step, color));
      }
    }
    return steps;
  }

  /** How many colours between two the eye may tell apart. */
  private static int shades(Rgba a, Rgba b) {
    int most = (int) Math.abs(255 * (a.alpha() - b.alpha()));
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((a.rgb() >> shift & 0xff) - (b.rgb() >> shift & 0xff)));
    }
    return Math.max(1, most / COARSEST);
  }

  public static Rgba mixed(Rgba a, Rgba b, double share) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (a.rgb() >> shift) & 0xff;
      int to = (b.rgb() >> shift) & 0xff;
      rgb |= (int) Math.round(from + (to - from) * share) << shift;
    }
    return new Rgba(rgb, a.alpha() + (b.alpha() - a.alpha()) * share);
  }
}
