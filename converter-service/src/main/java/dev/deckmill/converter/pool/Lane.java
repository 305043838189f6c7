package dev.deckmill.converter.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Slots for pages of one kind. Whoever waits for one has it in his turn; pages of small jobs come
 * before those of large ones, of which there are always more. While slow pages are at work, those
 * of large jobs, which may be slow as well, leave one slot free for whoever comes next.
 */
final class Lane {
  /** Whose pages wait together. */
  enum Line {
    SMALL_JOBS,
    LARGE_JOBS
  }

  /** After so many pages of small jobs one of a large job has its turn, so that it ends too. */
  private static final int SMALL_BEFORE_LARGE = 8;

  private final List<WorkerSlot> slots;
  private final ReentrantLock lock = new ReentrantLock();
  // What follows is touched by whoever holds the lock. A slot is free only while nobody waits, or
  // pages of large jobs alone.
  private final Deque<WorkerSlot> free;
  private final Deque<Waiter> small = new ArrayDeque<>();
  private final Deque<Waiter> large = new ArrayDeque<>();
  private int overtaken;
  private int promised;
  private int slowAtWork;

  Lane(int count, ChildStarts starts) {
    this.slots = Stream.generate(() -> new WorkerSlot(starts)).limit(count).toList();
    this.free = new ArrayDeque<>(slots);
  }

  /** Somebody who has no slot. */
  private static final class Waiter {
    private final Condition served;
    private @Nullable WorkerSlot slot;

    Waiter(Condition served) {
      this.served = served;
    }
  }

  /** A slot, as soon as there is one. */
  WorkerSlot take(Line line) throws InterruptedException {
    return Objects.requireNonNull(take(line, Long.MAX_VALUE), "waits until it has one");
  }

  /** A slot, if there is one before {@code time} is over. */
  @Nullable WorkerSlot takeWithin(Duration time) throws InterruptedException {
    return take(Line.SMALL_JOBS, time.toNanos());
  }

  private @Nullable WorkerSlot take(Line line, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean isSmall = line == Line.SMALL_JOBS;
      WorkerSlot slot = isSmall || free.size() > kept() ? free.poll() : null;
      if (slot != null && !large.isEmpty()) {
        overtaken++;
      }
      return slot == null ? waitFor(isSmall ? small : large, nanos) : slot;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable WorkerSlot waitFor(Deque<Waiter> queue, long nanos)
      throws InterruptedException {
    Waiter waiter = new Waiter(lock.newCondition());
    queue.add(waiter);
    try {
      long left = nanos;
      while (waiter.slot == null && left > 0) {
        left = waiter.served.awaitNanos(left);
      }
      return waiter.slot;
    } catch (InterruptedException e) {
      if (waiter.slot != null) {
        hand(waiter.slot);
      }
      throw e;
    } finally {
      queue.remove(waiter);
    }
  }

  /** A slot, if there is one. */
  @Nullable WorkerSlot takeIfFree() {
    lock.lock();
    try {
      return free.poll();
    } finally {
      lock.unlock();
    }
  }

  /** A slot, if there is another one besides for whoever comes next. */
  @Nullable WorkerSlot takeIfSpare() {
    lock.lock();
    try {
      return free.size() > 1 ? free.poll() : null;
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is a slot. */
  boolean hasFree() {
    lock.lock();
    try {
      return !free.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** A slow page is at work, in another lane. */
  void slowBegins() {
    lock.lock();
    try {
      slowAtWork++;
    } finally {
      lock.unlock();
    }
  }

  /** It is done with. */
  void slowEnds() {
    lock.lock();
    try {
      slowAtWork--;
      while (free.size() > kept() && !large.isEmpty()) {
        serve(large.remove(), free.remove());
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives a slot that is kept free to a page of a large job, if one waits; false if there is none.
   */
  boolean giveKept() {
    lock.lock();
    try {
      if (free.isEmpty() || large.isEmpty()) {
        return false;
      }
      serve(large.remove(), free.remove());
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many slots pages of large jobs leave free. */
  private int kept() {
    return slowAtWork > 0 && slots.size() > 1 ? 1 : 0;
  }

  /**
   * Promises a slot to somebody who waits, if there is one to whom none is promised: whoever does
   * so leaves his own and {@link #keepPromise}s.
   */
  boolean promise() {
    lock.lock();
    try {
      // A slot that would be kept free is of no use to a page of a large job.
      return promiseTo(small.size() + (free.size() < kept() ? 0 : large.size()));
    } finally {
      lock.unlock();
    }
  }

  /** The same, but only to a page of a small job. */
  boolean promiseToSmall() {
    lock.lock();
    try {
      return promiseTo(small.size());
    } finally {
      lock.unlock();
    }
  }

  private boolean promiseTo(int waiting) {
    if (waiting <= promised) {
      return false;
    }
    promised++;
    return true;
  }

  /** Leaves it at the promise: whoever waits goes on waiting. */
  void withdrawPromise() {
    fulfilled();
  }

  /** Gives back the slot that was promised. */
  void keepPromise(WorkerSlot slot) {
    try {
      giveBack(slot);
    } finally {
      fulfilled();
    }
  }

  /** The same, with what child it has or none: the next page then waits for one to start. */
  void keepPromiseAsItIs(WorkerSlot slot) {
    handOver(slot);
    fulfilled();
  }

  private void fulfilled() {
    lock.lock();
    try {
      promised--;
    } finally {
      lock.unlock();
    }
  }

  /** Whatever becomes of its child, a slot is never lost. */
  void giveBack(WorkerSlot slot) {
    try {
      slot.renewIfNeeded();
    } finally {
      handOver(slot);
    }
  }

  private void handOver(WorkerSlot slot) {
    lock.lock();
    try {
      hand(slot);
    } finally {
      lock.unlock();
    }
  }

  private void hand(WorkerSlot slot) {
    Waiter next = next();
    if (next == null) {
      free.add(slot);
    } else {
      serve(next, slot);
    }
  }

  private static void serve(Waiter waiter, WorkerSlot slot) {
    waiter.slot = slot;
    waiter.served.signal();
  }

  /** Who has the slot that is given back. */
  private @Nullable Waiter next() {
    boolean isKept = small.isEmpty() && free.size() < kept() && overtaken < SMALL_BEFORE_LARGE;
    if (large.isEmpty() || isKept) {
      return small.poll();
    }
    if (small.isEmpty() || overtaken >= SMALL_BEFORE_LARGE) {
      overtaken = 0;
      return large.poll();
    }
    overtaken++;
    return small.poll();
  }

  void warmUp() throws IOException, ChildEnded {
    for (WorkerSlot slot : slots) {
      slot.child(PageWorkers.Freshness.ANY);
    }
  }

  int alive() {
    return (int) slots.stream().filter(WorkerSlot::alive).count();
  }

  void kill() {
    slots.forEach(WorkerSlot::kill);
  }

  void clear() throws IOException {
    for (WorkerSlot slot : slots) {
      slot.clear();
    }
  }
}
