package dev.deckmill.service.message;

import dev.deckmill.contracts.message.Message;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Objects;

/**
 * A message that came in.
 *
 * @param id its CloudEvents id: the same when the same message comes again
 * @param body what it says
 * @param queued how long it waited since it was sent, as far as the clocks agree; never negative
 * @param context the trace context of the work on it; parent of all that comes of it
 * @param sender the sender's trace context: parent of what has to have one even if this process is
 *     killed and its spans never arrive
 */
public record Received<M extends Message>(
    String id, M body, Duration queued, Context context, Context sender) {
  public Received {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(queued, "queued");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(sender, "sender");
  }

  /** A message of whose sender no more is known. */
  public Received(String id, M body, Duration queued, Context context) {
    this(id, body, queued, context, context);
  }
}
