package dev.deckmill.tracestore.otlp;

import dev.deckmill.service.loop.BackgroundLoop;
import dev.deckmill.service.loop.BackgroundLoops;
import dev.deckmill.tracestore.otlp.SpanRefusal.Reason;
import dev.deckmill.tracestore.store.SpanDatabase;
import dev.deckmill.tracestore.store.SpanWriter;
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
final class SpanWriteLoop {
  private static final Logger LOG = Logger.getLogger(SpanWriteLoop.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

  /** SQLSTATE classes of what will not be otherwise the next time: data and integrity. */
  private static final List<String> PERMANENT = List.of("22", "23");

  private final SpanQueue queue;
  private final SpanWriter writer;
  private final SpanDatabase database;
  private final int batch;
  private final BackgroundLoops loops;
  private @Nullable BackgroundLoop loop;

  SpanWriteLoop(
      SpanQueue queue,
      SpanWriter writer,
      SpanDatabase database,
      BackgroundLoops loops,
      SpansConfig config) {
    this.queue = queue;
    this.writer = writer;
    this.database = database;
    this.batch = config.batch();
    this.loops = loops;
  }

  void start(@Observes StartupEvent event) {
    loop = loops.start("span-writer", PAUSE, self -> write(queue.take(batch)));
  }

  /** A transaction that is under way is finished; who still waits is answered to send again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    BackgroundLoop running = loop;
    if (running != null && !running.interrupt(LONGEST_BATCH)) {
      LOG.warn("The writer of spans did not end in time; whoever sent them sends them again");
    }
    SpanRefusal ending = new SpanRefusal(Reason.UNAVAILABLE, "the service is stopping");
    queue.drain().forEach(left -> left.written().completeExceptionally(ending));
  }

  private void write(List<Waiting> requests) {
    try {
      database.useTransaction(
          tx -> writer.write(tx, requests.stream().flatMap(r -> r.spans().stream()).toList()));
      requests.forEach(request -> request.written().complete(null));
    } catch (RuntimeException e) {
      // The edge of the thread: whatever failed, whoever waits gets an answer.
      if (requests.size() > 1 && isPermanent(e)) {
        requests.forEach(request -> write(List.of(request)));
      } else {
        SpanRefusal refusal = refusal(e);
        LOG.warnf(e, "%s", refusal.getMessage());
        requests.forEach(request -> request.written().completeExceptionally(refusal));
      }
    } catch (Error e) {
      // The loop goes on; without an answer, who sent these would wait until the end of its time.
      SpanRefusal refusal =
          new SpanRefusal(
              Reason.UNAVAILABLE, "Spans can't be stored now; send them again later", e);
      requests.forEach(request -> request.written().completeExceptionally(refusal));
      throw e;
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
