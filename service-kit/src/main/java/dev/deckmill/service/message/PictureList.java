package dev.deckmill.service.message;

import dev.deckmill.contracts.part.DeckPicture;
import java.io.IOException;
import java.io.InputStream;

/** The blob that {@code UploadDeck} may refer to: JSON lines, one picture of a slide a line. */
public final class PictureList {
  /** Takes one picture after the other. */
  @FunctionalInterface
  public interface Sink {
    void accept(DeckPicture picture) throws IOException;
  }

  private PictureList() {}

  /** The list's bytes. */
  public static InputStream write(Iterable<DeckPicture> pictures) {
    return JsonLines.write(pictures);
  }

  /**
   * Hands each picture to {@code sink} in the list's order.
   *
   * @return how many there were
   */
  public static int read(InputStream list, Sink sink) throws IOException {
    return JsonLines.read(list, DeckPicture.class, sink::accept);
  }
}
