package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Paint.Stop;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.List;

/**
 * A gradient's stops behind a change of colours. Where the change is no straight line between two
 * of them (it clamps, or it is a table or a gamma curve), stops are added until it looks like one.
 */
final class ChangedStops {
  /** Gradients of more stops are left to whoever draws pixels. */
  static final int MOST = 64;

  /** Pieces of the way from one stop to the next that are looked at. */
  private static final int PIECES = 32;

  /** So many 255ths off the line are not seen. */
  private static final int TOLERANCE = 3;

  private ChangedStops() {}

  static List<Stop> of(List<Stop> stops, ColorChange change) {
    List<Stop> changed = new ArrayList<>(stops.size());
    for (int i = 0; i < stops.size(); i++) {
      if (i > 0 && stops.get(i - 1).offset() < stops.get(i).offset()) {
        between(stops.get(i - 1), stops.get(i), change, changed);
      }
      changed.add(new Stop(stops.get(i).offset(), change.of(stops.get(i).color())));
    }
    return changed;
  }

  private static void between(Stop from, Stop to, ColorChange change, List<Stop> out) {
    if (from.color().rgb() == to.color().rgb()) {
      return;
    }
    Rgba[] colors = new Rgba[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) {
      colors[i] = change.of(mixed(from.color(), to.color(), (double) i / PIECES));
    }
    int at = 0;
    while (at < PIECES) {
      int next = farthest(colors, at);
      if (next < PIECES) {
        double share = (double) next / PIECES;
        double offset = from.offset() + (to.offset() - from.offset()) * share;
        out.add(new Stop(offset, colors[next]));
      }
      at = next;
    }
  }

  /** The last piece's end that a straight line leads to. */
  private static int farthest(Rgba[] colors, int from) {
    int to = PIECES;
    while (to > from + 1 && !isStraight(colors, from, to)) {
      to--;
    }
    return to;
  }

  private static boolean isStraight(Rgba[] colors, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Rgba line = mixed(colors[from], colors[to], (i - from) / (double) (to - from));
      for (int shift = 0; shift <= 16; shift += 8) {
        int off = (line.rgb() >> shift & 0xff) - (colors[i].rgb() >> shift & 0xff);
        if (Math.abs(off) > TOLERANCE) {
          return false;
        }
      }
    }
    return true;
  }

  private static Rgba mixed(Rgba a, Rgba b, double share) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = a.rgb() >> shift & 0xff;
      int to = b.rgb() >> shift & 0xff;
      rgb = rgb << 8 | (int) Math.round(from + (to - from) * share);
    }
    return new Rgba(rgb, Math.clamp(a.alpha() + (b.alpha() - a.alpha()) * share, 0, 1));
  }
}
