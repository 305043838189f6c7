package dev.deckmill.api.outbox;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.EarlierAttempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A page that is to be converted.
 *
 * @param number its number, from 1
 * @param attempt which attempt it is to be, from 1
 * @param name its label
 * @param source its bytes
 * @param delay how long to wait before it is ordered
 * @param earlier the attempt before it, or null
 */
public record PageOrder(
    int number,
    int attempt,
    String name,
    BlobRef source,
    Duration delay,
    @Nullable EarlierAttempt earlier) {
  /** An order that follows on no other. */
  public PageOrder(int number, int attempt, String name, BlobRef source, Duration delay) {
    this(number, attempt, name, source, delay, null);
  }
}
