package dev.deckmill.api.store.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is to be told.
 *
 * @param lane which goes first
 * @param key which decides the partition; rows of one topic and key are sent in their order
 * @param ceId the CloudEvents id: the same however often the row is sent
 * @param type the CloudEvents type
 * @param body JSON
 * @param traceparent the trace context its producer span is a child of
 * @param delay how long to keep it back
 */
public record OutboxRow(
    String tenant,
    String jobId,
    Lane lane,
    String topic,
    String key,
    String ceId,
    String type,
    String body,
    @Nullable String traceparent,
    Duration delay) {
  /**
   * Small jobs, and what concerns a whole job, go before the pages of large ones; what nobody has
   * to act on goes last.
   */
  public enum Lane {
    SMALL(0),
    BULK(1),
    NEWS(2);

    private final int rank;

    Lane(int rank) {
      this.rank = rank;
    }

    int rank() {
      return rank;
    }
  }
}
