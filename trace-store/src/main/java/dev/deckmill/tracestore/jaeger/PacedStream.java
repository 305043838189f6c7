package dev.deckmill.tracestore.jaeger;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stream of answers at the pace at which the other side takes them: what it has not taken yet is
 * still in the database, and not in memory.
 */
final class PacedStream<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServerCallStreamObserver<T> call;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private PacedStream(ServerCallStreamObserver<T> call) {
    this.call = call;
  }

  /** Has to be made before the method of the call returns, which is as long as gRPC takes one. */
  static <T> PacedStream<T> of(StreamObserver<T> call) {
    PacedStream<T> stream = new PacedStream<>((ServerCallStreamObserver<T>) call);
    stream.call.setOnReadyHandler(stream::wake);
    stream.call.setOnCancelHandler(stream::wake);
    return stream;
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends an answer once there is room for it.
   *
   * @throws io.grpc.StatusRuntimeException if the other side has gone or takes nothing any more
   */
  void send(T answer) {
    awaitRoom();
    call.onNext(answer);
  }

  private void awaitRoom() {
    lock.lock();
    try {
      while (!call.isReady()) {
        if (call.isCancelled()) {
          throw Status.CANCELLED.asRuntimeException();
        }
        if (!changed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw Status.DEADLINE_EXCEEDED
              .withDescription("Nothing was taken for %d s".formatted(PATIENCE.toSeconds()))
              .asRuntimeException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Status.UNAVAILABLE.withDescription("The service is stopping").asRuntimeException();
    } finally {
      lock.unlock();
    }
  }
}
