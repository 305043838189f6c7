package dev.deckmill.drive.google.access;

import java.io.IOException;
import java.time.Duration;

/** A call was not made, because Drive is to be left alone. */
public final class GateShutException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Duration pause;

  GateShutException(String why, Duration pause) {
    super(why);
    this.pause = pause;
  }

  /** For how long. */
  public Duration pause() {
    return pause;
  }
}
