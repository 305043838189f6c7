package dev.deckmill.service.message;

import dev.deckmill.contracts.part.DeckSlide;
import java.io.IOException;
import java.io.InputStream;

/**
 * The blob that {@code PackageDeck} refers to: JSON lines, one slide a line. Ten thousand of them
 * are read without ever being in memory together.
 */
public final class SlideList {
  /** Takes one slide after the other. */
  @FunctionalInterface
  public interface Sink {
    void accept(DeckSlide slide) throws IOException;
  }

  private SlideList() {}

  /** The list's bytes. */
  public static InputStream write(Iterable<DeckSlide> slides) {
    return JsonLines.write(slides);
  }

  /**
   * Hands each slide to {@code sink} in the list's order.
   *
   * @return how many there were
   */
  public static int read(InputStream list, Sink sink) throws IOException {
    return JsonLines.read(list, DeckSlide.class, sink::accept);
  }
}
