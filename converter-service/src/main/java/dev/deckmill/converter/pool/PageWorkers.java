package dev.deckmill.converter.pool;

import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.converter.child.ChildRequest;
import dev.deckmill.converter.pool.Lane.Line;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A fixed number of slots for children, in three lanes: for pages, for slow ones, for previews.
 * Whoever wants a page converted takes a slot, and with it a warm child; a child that has ended, or
 * has served its time, is replaced before the slot is given back. A page that is slow leaves its
 * slot to those that wait, see {@link SlotLease}. For many threads.
 */
public final class PageWorkers implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PageWorkers.class);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** One picture at a time, in a slot of its own: whoever looks at a page delays none. */
  private static final int PREVIEWS = 1;

  /**
   * How many slots there are.
   *
   * @param pages for pages, from 1
   * @param slow for pages that are slow, from 1
   * @param makeRoomAfter how long a page may keep one of a small job waiting while there is room in
   *     the slow lane
   * @param slowAfter how long a page may keep any other waiting before it counts as slow
   */
  public record Slots(int pages, int slow, Duration makeRoomAfter, Duration slowAfter) {
    public Slots {
      if (pages < 1 || slow < 1 || makeRoomAfter.toMillis() < 1 || slowAfter.toMillis() < 1) {
        throw new IllegalArgumentException("each lane has a slot, and no page is slow at once");
      }
    }
  }

  /**
   * How children live.
   *
   * @param slots how many there may be
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
      Slots slots,
      int pagesPerChild,
      int pagesOfOneTenant,
      Duration startLimit,
      int heapMegabytes,
      Need isolation,
      boolean faults) {
    private static final int STACK_KILOBYTES = 4096;

    public Terms {
      Objects.requireNonNull(slots, "slots");
      if (pagesPerChild < 1 || pagesOfOneTenant < 1 || heapMegabytes < 1) {
        throw new IllegalArgumentException("pages and heap are at least 1 each");
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

  private final Slots slots;
  private final Patience ofSlots;
  private final ChildDirectories directories;
  private final Isolation isolation;
  private final ChildStarts starts;
  private final Lane pages;
  private final Lane slow;
  private final Lane previews;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("page-deadlines").factory());

  private PageWorkers(
      Terms terms, ChildDirectories directories, Isolation isolation, ChildCommand command) {
    this.slots = terms.slots();
    this.ofSlots = new Patience(slots.makeRoomAfter(), slots.slowAfter());
    this.directories = directories;
    this.isolation = isolation;
    this.starts = new ChildStarts(terms, directories, isolation, command, clock);
    this.pages = new Lane(slots.pages(), starts);
    this.slow = new Lane(slots.slow(), starts);
    this.previews = new Lane(PREVIEWS, starts);
    clock.setRemoveOnCancelPolicy(true);
  }

  /**
   * Finds out what this host can do and prepares the slots; {@link #warmUp} starts the children.
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
          "Children can't be kept from the network on this host, and deckmill.converter.isolation"
              + " is required. Run the service as root or allow user namespaces, or cut the network"
              + " outside (a NetworkPolicy) and set it to preferred.");
    }
    if (terms.faults()) {
      LOG.warn("Fault injection is on: pages can make their converter hang and crash");
    }
    return new PageWorkers(terms, directories, isolation, plain);
  }

  /**
   * Starts every child for pages that is not there, one after the other. Those of the other lanes
   * are started when they are needed: many a service never needs them.
   */
  public void warmUp() throws IOException, ChildEnded {
    pages.warmUp();
  }

  /** What keeps children from the network. */
  public Isolation.Level isolation() {
    return isolation.level();
  }

  /** How many children for pages there are just now. */
  public int alive() {
    return pages.alive();
  }

  /** How many children for pages there are to be. */
  public int count() {
    return slots.pages();
  }

  /**
   * Converts a page of a small job in one of the children, waiting for a free one.
   *
   * @param tenant whose page it is
   * @param limit how long the conversion may take
   * @param fresh whether it needs a child that has seen no other page
   * @param begun called when the page has its child, and its time begins to run
   * @return converted or rejected
   * @throws ChildEnded when the child did not live to answer; also when the page is slow, others
   *     wait, and there is no room in the slow lane just now
   * @throws IOException when no child could be started
   */
  public ChildReply convert(
      ChildRequest request, String tenant, Duration limit, Freshness fresh, Runnable begun)
      throws ChildEnded, IOException, InterruptedException {
    SlotLease lease = SlotLease.of(Line.SMALL_JOBS, pages, slow);
    return in(lease, ofSlots, new Work(request, tenant, limit, fresh, begun));
  }

  /** Converts a page of a large job, after those of small ones; else as {@link #convert} does. */
  public ChildReply convertBulk(
      ChildRequest request, String tenant, Duration limit, Freshness fresh, Runnable begun)
      throws ChildEnded, IOException, InterruptedException {
    SlotLease lease = SlotLease.of(Line.LARGE_JOBS, pages, slow);
    return in(lease, ofSlots, new Work(request, tenant, limit, fresh, begun));
  }

  /**
   * Converts a page that is known to be slow, in the slow lane or in a slot for pages until one
   * wants it; else as {@link #convert} does.
   */
  public ChildReply convertSlow(
      ChildRequest request, String tenant, Duration limit, Freshness fresh, Runnable begun)
      throws ChildEnded, IOException, InterruptedException {
    SlotLease lease = SlotLease.ofSlow(pages, slow, LOOK_AGAIN);
    return in(lease, Patience.NONE, new Work(request, tenant, limit, fresh, begun));
  }

  /** How long a page may keep one of a small job waiting, and how long any other. */
  private record Patience(Duration small, Duration any) {
    static final Patience NONE = new Patience(LOOK_AGAIN, LOOK_AGAIN);

    Duration shorter() {
      return small.compareTo(any) < 0 ? small : any;
    }
  }

  /** What {@link #convert} takes. */
  private record Work(
      ChildRequest request, String tenant, Duration limit, Freshness fresh, Runnable begun) {}

  private ChildReply in(SlotLease lease, Patience patience, Work work)
      throws ChildEnded, IOException {
    try {
      Child child = lease.slot().child(work.fresh());
      work.begun().run();
      ScheduledFuture<?> watch = watch(lease, child, patience);
      try {
        return child.convert(work.request(), work.tenant(), work.limit());
      } finally {
        watch.cancel(false);
      }
    } finally {
      lease.end();
    }
  }

  /** Has the page leave its slot to others once their patience is over. */
  private ScheduledFuture<?> watch(SlotLease lease, Child child, Patience patience) {
    long slowFrom = System.nanoTime() + patience.any().toNanos();
    return clock.scheduleWithFixedDelay(
        () -> {
          if (System.nanoTime() - slowFrom < 0) {
            lease.makeRoomIfWanted();
          } else {
            lease.yieldIfWanted(child);
          }
        },
        patience.shorter().toMillis(),
        LOOK_AGAIN.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Has a page drawn, which delays no other; else as {@link #convert} does. */
  public ChildReply draw(ChildRequest request, String tenant, Duration limit, Runnable begun)
      throws ChildEnded, IOException, InterruptedException {
    WorkerSlot slot = previews.take(Line.SMALL_JOBS);
    try {
      Child child = slot.child(Freshness.ANY);
      begun.run();
      return child.convert(request, tenant, limit);
    } finally {
      previews.giveBack(slot);
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
    if (starts.closed()) {
      return;
    }
    starts.close();
    clock.shutdownNow();
    List<Lane> all = List.of(pages, slow, previews);
    // A page that is being converted ends with its child.
    all.forEach(Lane::kill);
    for (Lane lane : all) {
      lane.clear();
    }
    directories.deleteAll();
  }
}
