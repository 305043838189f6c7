package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.ir.Text;
import java.util.List;

/**
 * How far each run of a chunk moves the pen, its dx aside, with what {@code textLength} makes of it
 * (SVG 2 §11.4.4): the gaps between characters grow or shrink, one fewer than characters. Lengths
 * are user units.
 */
public final class RunAdvances {
  /** What is no change at all, in font sizes: tools write what they measured. */
  private static final double UNSEEN = 0.002;

  private final double[] advances;
  private final double[] extras;
  private final boolean[] closes;

  private RunAdvances(int runs) {
    this.advances = new double[runs];
    this.extras = new double[runs];
    this.closes = new boolean[runs];
  }

  public static RunAdvances of(Fonts fonts, Text.Chunk chunk) {
    List<Text.Run> runs = chunk.runs();
    RunAdvances all = new RunAdvances(runs.size());
    for (int i = 0; i < all.advances.length; i++) {
      all.advances[i] = fonts.advance(runs.get(i));
    }
    for (Text.Fit fit : chunk.fits()) {
      all.fit(fonts, runs, fit);
    }
    return all;
  }

  private void fit(Fonts fonts, List<Text.Run> runs, Text.Fit fit) {
    double natural = 0;
    int characters = 0;
    int[] counts = new int[fit.to() - fit.from()];
    for (int i = fit.from(); i < fit.to(); i++) {
      Text.Run run = runs.get(i);
      natural += advances[i] + (i > fit.from() ? run.placement().dx() : 0);
      counts[i - fit.from()] = TextMeasure.characters(run.text(), fonts.resolve(run));
      characters += counts[i - fit.from()];
    }
    if (characters < 2) {
      return;
    }
    double extra = (fit.length() - natural) / (characters - 1);
    if (Math.abs(extra) < UNSEEN * runs.get(fit.from()).font().size()) {
      return;
    }
    for (int i = fit.from(); i < fit.to(); i++) {
      extras[i] = extra;
      advances[i] += extra * counts[i - fit.from()];
    }
    // what follows stands as far off as letters do (Chromium; SVG 2 doesn't say)
    if (fit.to() == advances.length) {
      closes[fit.to() - 1] = true;
      advances[fit.to() - 1] -= extra;
    }
  }

  /** Of the run at an index, its spacing and what is added to it included. */
  public double advance(int run) {
    return advances[run];
  }

  /** What is added behind each character of the run. */
  public double extra(int run) {
    return extras[run];
  }

  /** Whether nothing is added behind the last character of the run, which ends the chunk. */
  public boolean closes(int run) {
    return closes[run];
  }

  /** Of the whole chunk, the dx of its runs included. */
  public double sum(Text.Chunk chunk) {
    double sum = 0;
    for (int i = 0; i < advances.length; i++) {
      sum += chunk.runs().get(i).placement().dx() + advances[i];
    }
    return sum;
  }
}
