package dev.deckmill.drive;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.drive.delivery.DeliveryWatch;
import java.time.Duration;

/** For deliveries whose course is of no interest; who wants some of it overrides that. */
public class Unwatched implements DeliveryWatch {
  @Override
  public void begun(int attempt) {}

  @Override
  public void resumed(long bytesThere) {}

  @Override
  public void progressed(long bytesThere, long bytesInAll) {}

  @Override
  public void retrying(ErrorType type, Duration wait) {}
}
