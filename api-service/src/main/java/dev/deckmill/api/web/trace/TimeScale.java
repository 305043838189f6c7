package dev.deckmill.api.web.trace;

import java.util.Locale;

/**
 * Where moments lie on a line, given in milliseconds since its beginning.
 *
 * @param lengthMillis above 0
 */
record TimeScale(double lengthMillis) {
  /** How many parts the line has in drawings, whatever their width on a screen. */
  static final int WIDTH = 1_000;

  /** What is shorter would not be seen. */
  private static final double THINNEST = 2;

  private static final int TICKS = 4;

  TimeScale {
    lengthMillis = Math.max(1, lengthMillis);
  }

  /** Draws bars one over the other. */
  Html bars(Html html, Bar... bars) {
    html.open(
        "svg",
        "class",
        "bars",
        "viewBox",
        "0 0 " + WIDTH + " 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    for (Bar bar : bars) {
      double from = clamp(bar.fromMillis());
      double to = clamp(bar.toMillis());
      if (bar.toMillis() >= 0 && to >= from) {
        double width = Math.max(THINNEST, to - from);
        html.open(
                "rect",
                "class",
                bar.kind(),
                "x",
                number(Math.min(from, WIDTH - width)),
                "width",
                number(width),
                "height",
                "10")
            .close("rect");
      }
    }
    return html.close("svg");
  }

  private double clamp(double millis) {
    return Math.clamp(millis / lengthMillis * WIDTH, 0, WIDTH);
  }

  /** The head of a column of bars. */
  Html ticks(Html html) {
    html.open("th", "class", "time").open("div", "class", "ticks");
    for (int i = 0; i <= TICKS; i++) {
      html.element("span", text(lengthMillis * i / TICKS));
    }
    return html.close("div").close("th");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A duration as people read it. */
  static String text(double millis) {
    if (millis < 1) {
      return millis == 0 ? "0" : String.format(Locale.ROOT, "%.0f µs", millis * 1_000);
    }
    if (millis < 1_000) {
      return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
    if (millis < 120_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000);
    }
    return "%d min %d s".formatted((long) millis / 60_000, (long) millis / 1_000 % 60);
  }

  /**
   * A bar.
   *
   * @param kind the class that gives it its colour
   */
  record Bar(String kind, double fromMillis, double toMillis) {}
}
