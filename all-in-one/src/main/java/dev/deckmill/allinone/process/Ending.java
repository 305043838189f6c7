package dev.deckmill.allinone.process;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be closed before this process ends, whether it comes to its end or is signalled to
 * end (Ctrl-C, SIGTERM, a closed terminal). The last opened goes first; nothing is closed twice.
 */
public final class Ending implements Closeable {
  private final Deque<Closeable> open = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAtShutdown, "ending");
  private boolean begun;

  public Ending() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Takes charge of closing {@code resource}.
   *
   * @throws InterruptedException if the end has begun meanwhile; then it is already closed
   */
  public synchronized <T extends Closeable> T with(T resource)
      throws IOException, InterruptedException {
    if (begun) {
      resource.close();
      throw new InterruptedException("this process is about to end");
    }
    open.push(resource);
    return resource;
  }

  /** Closes all; a second caller waits for the first. */
  @Override
  public void close() throws IOException {
    closeAll();
    if (!Thread.currentThread().equals(hook)) {
      removeHook();
    }
  }

  private synchronized void closeAll() throws IOException {
    begun = true;
    IOException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Then the hook finds nothing left to close.
    }
  }

  private void closeAtShutdown() {
    try {
      closeAll();
    } catch (IOException e) {
      System.err.println("deckmill: not everything could be ended: " + e);
    }
  }
}
