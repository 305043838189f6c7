package dev.deckmill.converter.pool;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;

/** How children begin and end; the same for all slots. */
final class ChildStarts {
  private final PageWorkers.Terms terms;
  private final ChildDirectories directories;
  private final Isolation isolation;
  private final ChildCommand command;
  private final ScheduledExecutorService clock;
  private volatile boolean closed;

  ChildStarts(
      PageWorkers.Terms terms,
      ChildDirectories directories,
      Isolation isolation,
      ChildCommand command,
      ScheduledExecutorService clock) {
    this.terms = terms;
    this.directories = directories;
    this.isolation = isolation;
    this.command = command.with(isolation.prefix());
    this.clock = clock;
  }

  Child start() throws IOException, ChildEnded {
    if (closed) {
      throw new IOException("No converter process is started any more: the service is stopping");
    }
    return Child.start(command, directories.create(isolation), terms.startLimit(), clock);
  }

  void end(Child child) throws IOException {
    child.kill();
    directories.delete(child.directory());
  }

  /** It has served its time. */
  boolean isWorn(Child child) {
    return child.pages()
        >= (child.tenants() > 1 ? terms.pagesPerChild() : terms.pagesOfOneTenant());
  }

  /** From now on none is started. */
  void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }
}
