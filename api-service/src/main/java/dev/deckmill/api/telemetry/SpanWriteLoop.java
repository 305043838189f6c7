package dev.deckmill.api.telemetry;

import dev.deckmill.api.store.WorkerDatabase;
import dev.deckmill.api.store.span.SpanWriter;
import dev.deckmill.api.telemetry.SpanRefusal.Reason;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what waits, on a thread of its own: all that came while the last transaction was under way
 * makes the next one.
 */
@Singleton
final class SpanWriteLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(SpanWriteLoop.class);
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

  /** SQLSTATE classes of what will not be otherwise the next time: data and integrity. */
  private static final List<String> PERMANENT = List.of("22", "23");

  private final SpanQueue queue;
  private final SpanWriter writer;
  private final WorkerDatabase database;
  private final int batch;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  SpanWriteLoop(SpanQueue queue, SpanWriter writer, WorkerDatabase database, SpansConfig config) {
    this.queue = queue;
    this.writer = writer;
    this.database = database;
    this.batch = config.batch();
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("span-writer").start(this);
  }

  /** A transaction that is under way is finished; who still waits is told to send again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      running.join(LONGEST_BATCH);
    }
    SpanRefusal ending = new SpanRefusal(Reason.UNAVAILABLE, "the service is stopping");
    queue.drain().forEach(left -> left.written().completeExceptionally(ending));
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        write(queue.take(batch));
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
  }

  private void write(List<Waiting> requests) {
    try {
      database.useTransaction(
          tx -> writer.write(tx, requests.stream().flatMap(r -> r.spans().stream()).toList()));
      requests.forEach(request -> request.written().complete(null));
    } catch (RuntimeException e) {
      // The edge of the thread: whatever failed, whoever waits is told.
      if (requests.size() > 1 && isPermanent(e)) {
        requests.forEach(request -> write(List.of(request)));
      } else {
        SpanRefusal refusal = refusal(e);
        LOG.warnf(e, "%s", refusal.getMessage());
        requests.forEach(request -> request.written().completeExceptionally(refusal));
      }
    }
  }

  private static SpanRefusal refusal(RuntimeException e) {
    return isPermanent(e)
        ? new SpanRefusal(
            Reason.INVALID, "The database refuses these spans; sending them again will not help", e)
        : new SpanRefusal(
            Reason.UNAVAILABLE, "Spans can't be stored now; send them again later", e);
  }

  private static boolean isPermanent(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return PERMANENT.stream().anyMatch(sql.getSQLState()::startsWith);
      }
    }
    return false;
  }
}
