package dev.deckmill.drive.delivery;

import java.time.Duration;

/** Waits. A test's own one doesn't. */
public interface Pause {
  /** Comes back when the time is over. */
  void rest(Duration time) throws InterruptedException;
}
