package dev.deckmill.drive.delivery;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery that did not work this time. */
public final class DeliveryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;
  private final boolean passing;
  private final transient Optional<Duration> retryAfter;

  private DeliveryException(
      Trouble trouble, boolean passing, Optional<Duration> retryAfter, @Nullable Throwable cause) {
    super(trouble.type() + ": " + trouble.detail(), cause);
    this.trouble = trouble;
    this.passing = passing;
    this.retryAfter = retryAfter;
  }

  /** Would end the same way if it were tried again. */
  public static DeliveryException lasting(ErrorType type, String detail) {
    return new DeliveryException(new Trouble(type, detail), false, Optional.empty(), null);
  }

  /** May work the next time. */
  public static DeliveryException passing(ErrorType type, String detail) {
    return new DeliveryException(new Trouble(type, detail), true, Optional.empty(), null);
  }

  /** May work the next time; the cause must not contain a token or the query of an address. */
  public static DeliveryException passing(ErrorType type, String detail, Throwable cause) {
    return new DeliveryException(new Trouble(type, detail), true, Optional.empty(), cause);
  }

  /** May work the next time, but not before this time is over. */
  public static DeliveryException passing(
      ErrorType type, String detail, Optional<Duration> retryAfter) {
    return new DeliveryException(new Trouble(type, detail), true, retryAfter, null);
  }

  /** The problem that the client may see. */
  public Trouble trouble() {
    return trouble;
  }

  /** Whether another try makes sense. */
  public boolean passing() {
    return passing;
  }

  /** How long the other side wants to be left alone. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
