package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.contracts.message.DeckSlide;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

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
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (DeckSlide slide : slides) {
      lines.writeBytes(Wire.write(slide));
      lines.write('\n');
    }
    return new ByteArrayInputStream(lines.toByteArray());
  }

  /**
   * Hands each slide to {@code sink} in the list's order.
   *
   * @return how many there were
   */
  public static int read(InputStream list, Sink sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8));
    int count = 0;
    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
      sink.accept(Wire.read(line.getBytes(UTF_8), DeckSlide.class));
      count++;
    }
    return count;
  }
}
