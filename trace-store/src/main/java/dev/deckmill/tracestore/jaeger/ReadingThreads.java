package dev.deckmill.tracestore.jaeger;

import dev.deckmill.service.sql.DatabaseUnreachableException;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.store.SpanDatabase;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The threads that read for Jaeger: so few that relay, reaper and progress, who share its
 * connections, have theirs whatever somebody looks for.
 */
@Singleton
final class ReadingThreads {
  private static final Logger LOG = Logger.getLogger(ReadingThreads.class);
  private static final int THREADS = 4;
  private static final int MAY_WAIT = 100;
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

  private final SpanDatabase database;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAY_WAIT),
          Thread.ofPlatform().daemon().name("jaeger-reader-", 0).factory());

  ReadingThreads(SpanDatabase database) {
    this.database = database;
  }

  /** Answers a call with what {@code reading} sends to it, in one transaction, later. */
  void answer(StreamObserver<?> call, Consumer<Tx> reading) {
    try {
      threads.execute(() -> read(call, reading));
    } catch (RejectedExecutionException e) {
      call.onError(
          Status.RESOURCE_EXHAUSTED
              .withDescription("Too many are asking at once; ask again later")
              .asRuntimeException());
    }
  }

  private void read(StreamObserver<?> call, Consumer<Tx> reading) {
    try {
      database.useTransaction(LONGEST_STATEMENT, reading);
      call.onCompleted();
    } catch (StatusRuntimeException e) {
      // What is wrong with the question, or that whoever asked has gone.
      call.onError(e);
    } catch (DatabaseUnreachableException e) {
      call.onError(
          Status.UNAVAILABLE
              .withDescription("The database can't be reached now")
              .asRuntimeException());
    } catch (RuntimeException e) {
      // The edge of the thread.
      LOG.error("Jaeger could not be answered", e);
      call.onError(
          Status.INTERNAL
              .withDescription("This could not be read; the log of api-service says why")
              .asRuntimeException());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    threads.shutdownNow();
  }
}
