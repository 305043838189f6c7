package dev.deckmill.svgpptx.parse.animation;

/**
 * When an animation runs (Web Animations 1 §4.5 to §4.8).
 *
 * @param duration of one iteration in seconds, 0 or more
 * @param delay in seconds before the first; below 0: it is in the middle when the page appears
 * @param iterations 0 or more, perhaps infinite
 * @param alternate whether every other iteration runs the other way
 * @param reverse whether the first iteration runs backwards
 * @param fillsForwards whether the last frame stays
 * @param fillsBackwards whether the first frame is seen during the delay
 */
public record Timing(
    double duration,
    double delay,
    double iterations,
    boolean alternate,
    boolean reverse,
    boolean fillsForwards,
    boolean fillsBackwards) {
  /** Whether it never ends. */
  public boolean isEndless() {
    return duration > 0 && Double.isInfinite(iterations);
  }

  /** Its progress after its end, 0 to 1; NaN where nothing of it stays. */
  public double atEnd() {
    return fillsForwards ? progress(iterations) : Double.NaN;
  }

  /** Its progress when the page appears; NaN where nothing of it is seen then. */
  public double atStart() {
    if (delay > 0) {
      return fillsBackwards ? progress(0) : Double.NaN;
    }
    double overall = duration == 0 ? iterations : -delay / duration;
    return overall < iterations ? progress(overall) : atEnd();
  }

  /** Its progress in its first frame, a delay left out. */
  public double inFirstFrame() {
    return progress(delay < 0 && duration > 0 ? -delay / duration : 0);
  }

  /** After so many iterations; where one ends and another begins, at the end if it is the last. */
  private double progress(double overall) {
    boolean endless = Double.isInfinite(overall);
    double within = endless ? 1 : overall - Math.floor(overall);
    double iteration = endless ? 0 : Math.floor(overall);
    if (within == 0 && overall > 0 && overall == iterations) {
      within = 1;
      iteration--;
    }
    boolean backwards = reverse != (alternate && iteration % 2 == 1);
    return backwards ? 1 - within : within;
  }
}
