package dev.deckmill.allinone.terminal;

/**
 * Shows how far a job is: on a terminal as a bar drawn anew in its place, otherwise as plain lines,
 * one for each new phase and each tenth of it.
 */
public final class Progress implements AutoCloseable {
  private final Terminal terminal;
  private final ProgressBar bar;
  private String shownLabel = "";
  private int shownTenth = -1;
  private boolean lineOpen;

  public Progress(Terminal terminal) {
    this.terminal = terminal;
    this.bar = terminal.drawsBlocks() ? ProgressBar.ofBlocks() : ProgressBar.ofAscii();
  }

  /**
   * Shows that {@code done} of {@code total} are done.
   *
   * @param total from 1
   */
  public void show(String label, int done, int total) {
    if (terminal.interactive()) {
      terminal.err().print(Terminal.ERASE_LINE + bar.render(label, done, total));
      terminal.err().flush();
      lineOpen = true;
      return;
    }
    int tenth = (int) (10L * done / total);
    if (!label.equals(shownLabel) || tenth != shownTenth) {
      terminal.note("%s %d/%d".formatted(label, done, total));
      shownLabel = label;
      shownTenth = tenth;
    }
  }

  /** Takes the bar away, so that whole lines can follow. */
  @Override
  public void close() {
    if (lineOpen) {
      terminal.err().print(Terminal.ERASE_LINE);
      terminal.err().flush();
      lineOpen = false;
    }
  }
}
