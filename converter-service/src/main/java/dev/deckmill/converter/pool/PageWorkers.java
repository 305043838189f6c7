package dev.deckmill.converter.pool;

import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.converter.child.ChildRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of places for children. Whoever wants a page converted takes a place, and with it
 * a warm child; a child that has ended, or has served its time, is replaced before the place is
 * given back. For many threads.
 */
public final class PageWorkers implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PageWorkers.class);

  /**
   * How children live.
   *
   * @param count how many there are, from 1
   * @param pagesPerChild after how many pages one is replaced that has served several tenants, from
   *     1
   * @param pagesOfOneTenant the same for one that has served a single tenant, from 1: what its
   *     pages may have left behind, none but their sender can meet
   * @param startLimit how long one may take to become warm
   * @param heapMegabytes heap of one, in MiB
   * @param isolation what is needed of the host
   * @param faults whether pages may ask for faults
   */
  public record Terms(
      int count,
      int pagesPerChild,
      int pagesOfOneTenant,
      Duration startLimit,
      int heapMegabytes,
      Need isolation,
      boolean faults) {
    private static final int STACK_KILOBYTES = 4096;

    public Terms {
      if (count < 1 || pagesPerChild < 1 || pagesOfOneTenant < 1 || heapMegabytes < 1) {
        throw new IllegalArgumentException("children, pages and heap are at least 1 each");
      }
      Objects.requireNonNull(startLimit, "startLimit");
      Objects.requireNonNull(isolation, "isolation");
    }
  }

  /** What is to happen on a host that can't keep children from the network. */
  public enum Need {
    REQUIRED,
    PREFERRED
  }

  private final Terms terms;
  private final ChildDirectories directories;
  private final Isolation isolation;
  private final ChildCommand command;
  private final List<Place> places;
  private final BlockingQueue<Place> free;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("page-deadlines").factory());
  private volatile boolean closed;

  private PageWorkers(
      Terms terms, ChildDirectories directories, Isolation isolation, ChildCommand command) {
    this.terms = terms;
    this.directories = directories;
    this.isolation = isolation;
    this.command = command.with(isolation.prefix());
    this.places = Stream.generate(Place::new).limit(terms.count()).toList();
    this.free = new ArrayBlockingQueue<>(terms.count(), true, places);
  }

  /**
   * Finds out what this host can do and prepares the places; {@link #warmUp} starts the children.
   *
   * @throws IllegalStateException when isolation is required and the host has none
   */
  public static PageWorkers open(Terms terms) throws IOException, InterruptedException {
    return open(terms, Isolation::strongest);
  }

  static PageWorkers open(Terms terms, Isolation.Search search)
      throws IOException, InterruptedException {
    ChildDirectories directories = ChildDirectories.create();
    ChildCommand plain =
        new ChildCommand(
            List.of(),
            EngineClassPath.get(),
            terms.heapMegabytes(),
            Terms.STACK_KILOBYTES,
            terms.faults());
    Isolation isolation = search.strongest(plain, directories);
    if (isolation.level() == Isolation.Level.NONE && terms.isolation() == Need.REQUIRED) {
      directories.deleteAll();
      throw new IllegalStateException(
          "Children can't be kept from the network on this host, and deckmill.converter.isolation is"
              + " required. Run the service as root or allow user namespaces, or cut the network"
              + " outside (a NetworkPolicy) and set it to preferred.");
    }
    if (terms.faults()) {
      LOG.warn("Fault injection is on: pages can make their converter hang and crash");
    }
    return new PageWorkers(terms, directories, isolation, plain);
  }

  /** Starts every child that is not there, one after the other. */
  public void warmUp() throws IOException, ChildEnded {
    for (Place place : places) {
      synchronized (place) {
        place.child();
      }
    }
  }

  /** What keeps children from the network. */
  public Isolation.Level isolation() {
    return isolation.level();
  }

  /** How many children there are just now. */
  public int alive() {
    return (int) places.stream().filter(Place::alive).count();
  }

  /** How many children there are to be. */
  public int count() {
    return terms.count();
  }

  /**
   * Converts a page in one of the children, waiting for a free one.
   *
   * @param tenant whose page it is
   * @param limit how long the conversion may take
   * @param fresh whether it needs a child that has seen no other page
   * @param begun called when the page has its child, and its time begins to run
   * @return converted or rejected
   * @throws ChildEnded when the child did not live to answer
   * @throws IOException when no child could be started
   */
  public ChildReply convert(
      ChildRequest request, String tenant, Duration limit, Freshness fresh, Runnable begun)
      throws ChildEnded, IOException, InterruptedException {
    Place place = free.take();
    try {
      synchronized (place) {
        if (fresh == Freshness.FRESH && place.used()) {
          place.clear();
        }
        Child child = place.child();
        begun.run();
        return child.convert(request, tenant, limit);
      }
    } finally {
      place.renewIfNeeded();
      free.add(place);
    }
  }

  /** Whether a page may share a child with pages before it. */
  public enum Freshness {
    /** Any warm child will do. */
    ANY,
    /** A page that has crashed one gets a child of its own. */
    FRESH
  }

  @Override
  public void close() throws IOException {
    closed = true;
    clock.shutdownNow();
    // A page that is being converted ends with its child, and gives the place's lock free.
    places.forEach(Place::kill);
    for (Place place : places) {
      place.clear();
    }
    directories.deleteAll();
  }

  /** Room for one child. */
  private final class Place {
    private volatile @Nullable Child child;

    Child child() throws IOException, ChildEnded {
      Child current = child;
      if (current == null || !current.alive()) {
        clear();
        current = Child.start(command, directories.create(isolation), terms.startLimit(), clock);
        child = current;
      }
      return current;
    }

    boolean alive() {
      Child current = child;
      return current != null && current.alive();
    }

    boolean used() {
      Child current = child;
      return current != null && current.pages() > 0;
    }

    void kill() {
      Child current = child;
      if (current != null) {
        current.kill();
      }
    }

    /** So that the next page finds a warm child. */
    synchronized void renewIfNeeded() {
      Child current = child;
      if (current != null && current.alive() && !isWorn(current)) {
        return;
      }
      try {
        clear();
        if (!closed) {
          child();
        }
      } catch (IOException | ChildEnded e) {
        // The page that needs the place next tries again, and tells if it can't either.
        LOG.errorf(e, "A converter process could not be started");
      }
    }

    private boolean isWorn(Child current) {
      return current.pages()
          >= (current.tenants() > 1 ? terms.pagesPerChild() : terms.pagesOfOneTenant());
    }

    synchronized void clear() throws IOException {
      Child current = child;
      child = null;
      if (current != null) {
        current.kill();
        directories.delete(current.directory());
      }
    }
  }
}
