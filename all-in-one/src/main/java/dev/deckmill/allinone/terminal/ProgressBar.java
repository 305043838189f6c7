package dev.deckmill.allinone.terminal;

/** How far something is, as one line. */
final class ProgressBar {
  private static final int CELLS = 30;

  private final char full;
  private final char empty;

  private ProgressBar(char full, char empty) {
    this.full = full;
    this.empty = empty;
  }

  /** For terminals that have block characters. */
  static ProgressBar ofBlocks() {
    return new ProgressBar('█', '░');
  }

  /** For those that have ASCII only. */
  static ProgressBar ofAscii() {
    return new ProgressBar('#', '.');
  }

  /**
   * Draws the bar.
   *
   * @param done 0 to {@code total}
   * @param total from 1
   */
  String render(String label, int done, int total) {
    if (total < 1 || done < 0 || done > total) {
      throw new IllegalArgumentException(done + " of " + total + " is no progress");
    }
    int filled = (int) ((long) CELLS * done / total);
    return "%-11s %s%s %d/%d"
        .formatted(
            label,
            String.valueOf(full).repeat(filled),
            String.valueOf(empty).repeat(CELLS - filled),
            done,
            total);
  }
}
