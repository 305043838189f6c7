package dev.deckmill.drive.delivery;

import dev.deckmill.contracts.ErrorType;
import java.time.Duration;

/** Receives what happens while a deck is delivered; never a token or the address of a session. */
public interface DeliveryWatch {
  /** The delivery was begun or taken up again, for the {@code attempt}th time. */
  void begun(int attempt);

  /** An unfinished upload is continued; the other side has this many bytes. */
  void resumed(long bytesThere);

  /** The other side has this many of all bytes now. */
  void progressed(long bytesThere, long bytesInAll);

  /** A try failed; the next one comes after {@code wait}. */
  void retrying(ErrorType type, Duration wait);
}
