package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.contracts.message.DeckPicture;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

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
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (DeckPicture picture : pictures) {
      lines.writeBytes(Wire.write(picture));
      lines.write('\n');
    }
    return new ByteArrayInputStream(lines.toByteArray());
  }

  /**
   * Hands each picture to {@code sink} in the list's order.
   *
   * @return how many there were
   */
  public static int read(InputStream list, Sink sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8));
    int count = 0;
    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
      sink.accept(Wire.read(line.getBytes(UTF_8), DeckPicture.class));
      count++;
    }
    return count;
  }
}
