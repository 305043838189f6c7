package dev.deckmill.svgpptx.dml;

/** Shares in 1000ths of a percent, 100,000 to the whole (ECMA-376 §20.1.10.40). */
public final class Ratio {
  private static final int WHOLE = 100_000;

  private Ratio() {}

  public static int of(double share) {
    return (int) Math.round(share * WHOLE);
  }
}
