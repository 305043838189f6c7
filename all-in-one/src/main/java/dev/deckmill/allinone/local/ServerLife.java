package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.Part;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * One life of Kafka or PostgreSQL; ready from its beginning, because starting them waits for it.
 */
final class ServerLife implements Part.Running {
  /** How it is ended. */
  interface Stop {
    void stop() throws IOException;
  }

  private final Stop stop;
  private final long pid;
  private final CompletableFuture<Integer> exit;

  ServerLife(Stop stop, long pid, CompletableFuture<Integer> exit) {
    this.stop = stop;
    this.pid = pid;
    this.exit = exit;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public boolean alive() {
    return !exit.isDone();
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public int waitFor() {
    return exit.join();
  }

  @Override
  public String lastWords() {
    return "";
  }

  /** The server has a limit of its own for a clean end. */
  @Override
  public void stop() throws IOException {
    stop.stop();
  }
}
