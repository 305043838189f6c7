package dev.deckmill.converter.pool;

import dev.deckmill.converter.pool.Lane.Line;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A page's lease of a slot. One that takes long leaves the slot to a page that waits: it takes its
 * child along to the slow lane, and leaves the one it finds there, which is warm, behind. That
 * costs little, and is done soon for a page of a small job. Where the slow lane is full, a page has
 * more time; when that is over it ends, to be converted there in its turn.
 */
final class SlotLease {
  private static final Logger LOG = Logger.getLogger(SlotLease.class);

  private final Lane pages;
  private final Lane slow;
  private final boolean borrowed;
  private Lane lane;
  private WorkerSlot slot;
  private boolean yielded;
  private boolean over;

  private SlotLease(Lane pages, Lane slow, boolean borrowed, Lane lane, WorkerSlot slot) {
    this.pages = pages;
    this.slow = slow;
    this.borrowed = borrowed;
    this.lane = lane;
    this.slot = slot;
  }

  /** In a slot for pages, once one is free. */
  static SlotLease of(Line line, Lane pages, Lane slow) throws InterruptedException {
    return new SlotLease(pages, slow, false, pages, pages.take(line));
  }

  /**
   * Of a page that is known to be slow: in the slow lane, or in a slot for pages that nobody needs,
   * for as long as nobody does.
   *
   * @param pause after which it looks again for one of those
   */
  static SlotLease ofSlow(Lane pages, Lane slow, Duration pause) throws InterruptedException {
    WorkerSlot own = slow.takeIfFree();
    while (own == null) {
      WorkerSlot spare = pages.takeIfSpare();
      if (spare != null) {
        return new SlotLease(pages, slow, true, pages, spare);
      }
      own = slow.takeWithin(pause);
    }
    pages.slowBegins();
    return new SlotLease(pages, slow, false, slow, own);
  }

  /** Where it began. */
  synchronized WorkerSlot slot() {
    return slot;
  }

  /**
   * The page takes long: its slot is given to a page of a small job that waits, if there is one to
   * which none is promised, and room in the slow lane. Waits for nothing.
   */
  synchronized void makeRoomIfWanted() {
    if (stays() || !slow.hasFree() || !pages.promiseToSmall()) {
      return;
    }
    WorkerSlot refuge = slow.takeIfFree();
    if (refuge == null) {
      pages.withdrawPromise();
    } else {
      moveTo(refuge);
    }
  }

  /**
   * The page is slow: its slot is given to any one that waits, if one does to which none is
   * promised. Waits for nothing. One that was known to be slow, and has only borrowed its slot,
   * would have to end: a page of a large job rather has the slot that was kept free beside it.
   */
  synchronized void yieldIfWanted(Child child) {
    if (stays() || (borrowed && pages.giveKept()) || !pages.promise()) {
      return;
    }
    WorkerSlot refuge = slow.takeIfFree();
    if (refuge == null) {
      yielded = true;
      child.setAside();
    } else {
      moveTo(refuge);
    }
  }

  private boolean stays() {
    return over || yielded || lane == slow;
  }

  private void moveTo(WorkerSlot refuge) {
    yielded = true;
    WorkerSlot left = slot;
    left.exchange(refuge);
    slot = refuge;
    lane = slow;
    pages.slowBegins();
    leave(left);
  }

  /** Where no child was left behind, one has to be started, which the clock must not wait for. */
  private void leave(WorkerSlot left) {
    try {
      Thread.ofPlatform().daemon().name("slow-page").start(() -> pages.keepPromise(left));
    } catch (OutOfMemoryError e) {
      // JDK: "unable to create native thread".
      LOG.error("No thread could be started; the next page waits for its child", e);
      pages.keepPromiseAsItIs(left);
    }
  }

  /** The page is done with. */
  void end() {
    synchronized (this) {
      over = true;
    }
    if (lane == slow) {
      try {
        slow.giveBack(slot);
      } finally {
        pages.slowEnds();
      }
    } else if (yielded) {
      pages.keepPromise(slot);
    } else {
      pages.giveBack(slot);
    }
  }
}
