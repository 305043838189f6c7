package dev.deckmill.converter.pool;

import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.converter.child.ChildRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** One child JVM, used by one thread at a time. */
final class Child {
  private static final Logger LOG = Logger.getLogger(Child.class);
  private static final int BUFFER_BYTES = 1 << 16;

  private static final int MOST_LOGGED_LINES = 200;

  /** After its process has ended, its standard error ends too, but for what it has started. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Process process;
  private final Path directory;
  private final ScheduledExecutorService clock;
  private final DataOutputStream requests;
  private final DataInputStream replies;
  private final ErrorOutput errors = new ErrorOutput();
  private final Thread errorReader;
  private final Set<String> tenants = new HashSet<>();
  private int pages;
  private volatile boolean killed;
  private volatile boolean aside;

  private Child(Process process, Path directory, ScheduledExecutorService clock) {
    this.process = process;
    this.directory = directory;
    this.clock = clock;
    this.requests =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
    this.replies =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
    // No virtual thread: a read from a pipe keeps its carrier, and there is one carrier to a core.
    this.errorReader =
        Thread.ofPlatform()
            .daemon()
            .name("child-" + process.pid())
            .unstarted(this::readStandardError);
  }

  /** Starts a child and waits until it is warm. */
  static Child start(
      ChildCommand command, Path directory, Duration limit, ScheduledExecutorService clock)
      throws IOException, ChildEnded {
    Child child = new Child(command.start(directory), directory, clock);
    child.errorReader.start();
    boolean ready = false;
    try {
      ready =
          child.within(limit, () -> ChildReply.read(child.replies, ChildReply.NO_SLIDE))
              instanceof ChildReply.Ready;
      if (!ready) {
        throw new ChildEnded(
            ChildEnded.Cause.CRASH,
            "The child did not say that it is ready.",
            child.endAndGetErrors());
      }
      return child;
    } finally {
      if (!ready) {
        child.kill();
      }
    }
  }

  /**
   * Converts one page.
   *
   * @param tenant whose page it is
   * @param limit after which the child is killed
   * @throws ChildEnded when it did not live to answer; the child is of no more use
   */
  ChildReply convert(ChildRequest request, String tenant, Duration limit) throws ChildEnded {
    pages++;
    tenants.add(tenant);
    errors.clear();
    ChildReply reply =
        within(
            limit,
            () -> {
              request.write(requests);
              requests.flush();
              return ChildReply.read(replies, request.mostReplyBytes());
            });
    return switch (reply) {
      case ChildReply.Converted converted -> converted;
      case ChildReply.Drawn drawn -> drawn;
      case ChildReply.Rejected rejected -> rejected;
      case ChildReply.Broken broken ->
          throw new ChildEnded(ChildEnded.Cause.CRASH, broken.detail(), endAndGetErrors());
      case ChildReply.Ready ready ->
          throw new ChildEnded(
              ChildEnded.Cause.CRASH, "The child answered out of turn.", endAndGetErrors());
    };
  }

  /** How many pages it was given. */
  int pages() {
    return pages;
  }

  /** How many tenants these pages were from. */
  int tenants() {
    return tenants.size();
  }

  /** Not any more once it is to be killed, though the system may take a moment for it. */
  boolean alive() {
    return !killed && process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  Path directory() {
    return directory;
  }

  /** Ends it at once, because its page has to give way. */
  void setAside() {
    aside = true;
    kill();
  }

  /** Ends it at once; harmless when it has ended. */
  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  /** A thread can't be stopped, a process can: at the deadline the streams end with the child. */
  private ChildReply within(Duration limit, Exchange exchange) throws ChildEnded {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        clock.schedule(
            () -> {
              late.set(true);
              kill();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return exchange.run();
    } catch (IOException e) {
      throw ended(late.get(), limit);
    } finally {
      deadline.cancel(false);
    }
  }

  private ChildEnded ended(boolean late, Duration limit) {
    String output = endAndGetErrors();
    if (late) {
      return new ChildEnded(
          ChildEnded.Cause.DEADLINE,
          "The page took longer than " + limit.toMillis() + " ms.",
          output);
    }
    if (aside) {
      return new ChildEnded(ChildEnded.Cause.SLOW, "The page is slow, and others wait.");
    }
    return new ChildEnded(
        ChildEnded.Cause.CRASH, "The converter process ended: " + ending(), output);
  }

  /**
   * Ends the process, then reads the rest of its standard error. {@link Process#destroyForcibly}
   * closes the streams, so it comes last.
   */
  private String endAndGetErrors() {
    killed = true;
    process.toHandle().destroyForcibly();
    try {
      errorReader.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    return errors.text();
  }

  private String ending() {
    try {
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      return ended ? "exit code " + process.exitValue() : "it said something that is no answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the service is stopping";
    }
  }

  private void readStandardError() {
    AtomicInteger logged = new AtomicInteger();
    try {
      errors.readAll(
          process.getErrorStream(),
          line -> {
            // Bounded, so that a page can't fill the log through its child.
            if (logged.getAndIncrement() < MOST_LOGGED_LINES) {
              LOG.debugf("child %d: %s", process.pid(), line.replaceAll("\\p{Cntrl}", " "));
            }
          });
    } catch (IOException e) {
      LOG.debugf(e, "child %d: its standard error ended", process.pid());
    }
  }

  @FunctionalInterface
  private interface Exchange {
    ChildReply run() throws IOException;
  }
}
