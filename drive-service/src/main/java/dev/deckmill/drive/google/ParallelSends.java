package dev.deckmill.drive.google;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Things that are sent at the same time, so many at once. What fails ends those after it. */
final class ParallelSends<T> implements AutoCloseable {
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final ExecutorCompletionService<T> sends;
  private int underWay;

  ParallelSends(int atOnce) {
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            0,
            TimeUnit.SECONDS,
            waiting,
            Thread.ofPlatform().daemon().name("picture-upload-", 0).factory());
    sends = new ExecutorCompletionService<>(threads);
  }

  void add(Callable<T> send) {
    sends.submit(send);
    underWay++;
  }

  /** Hands what was sent to {@code done}, as it comes, until all is. */
  void await(Consumer<T> done) throws IOException {
    try {
      for (; underWay > 0; underWay--) {
        done.accept(sends.take().get());
      }
    } catch (ExecutionException e) {
      throw asThrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The service is about to end");
    }
  }

  private static IOException asThrown(Throwable cause) throws IOException {
    return switch (cause) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      // An open set; nothing that is sent throws others.
      default -> new IOException(cause);
    };
  }

  /** Without an interrupt, which would break off what is on its way. */
  private void dropWaiting() {
    waiting.clear();
  }

  /**
   * Nothing new is begun; what is on its way comes to its end, so that no try overtakes another.
   */
  @Override
  public void close() {
    dropWaiting();
    threads.close();
  }
}
