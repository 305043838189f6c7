package dev.deckmill.converter.pool;

import dev.deckmill.converter.pool.Lane.Line;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A page's stay in a place. One that takes long leaves the place to a page that waits: it takes its
 * child along to the slow lane, and leaves the one it finds there, which is warm, behind. That
 * costs little, and is done soon for a page of a small job. Where the slow lane is full, a page has
 * more time; when that is over it ends, to be converted there in its turn.
 */
final class Turn {
  private static final Logger LOG = Logger.getLogger(Turn.class);

  private final Lane pages;
  private final Lane slow;
  private final boolean borrowed;
  private Lane lane;
  private Place place;
  private boolean yielded;
  private boolean over;

  private Turn(Lane pages, Lane slow, boolean borrowed, Lane lane, Place place) {
    this.pages = pages;
    this.slow = slow;
    this.borrowed = borrowed;
    this.lane = lane;
    this.place = place;
  }

  /** In a place for pages, once one is free. */
  static Turn of(Line line, Lane pages, Lane slow) throws InterruptedException {
    return new Turn(pages, slow, false, pages, pages.take(line));
  }

  /**
   * Of a page that is known to be slow: in the slow lane, or in a place for pages that nobody
   * needs, for as long as nobody does.
   *
   * @param pause after which it looks again for one of those
   */
  static Turn ofSlow(Lane pages, Lane slow, Duration pause) throws InterruptedException {
    Place own = slow.takeIfFree();
    while (own == null) {
      Place spare = pages.takeIfSpare();
      if (spare != null) {
        return new Turn(pages, slow, true, pages, spare);
      }
      own = slow.takeWithin(pause);
    }
    pages.slowBegins();
    return new Turn(pages, slow, false, slow, own);
  }

  /** Where it began. */
  synchronized Place place() {
    return place;
  }

  /**
   * The page takes long: its place is given to a page of a small job that waits, if there is one to
   * which none is promised, and room in the slow lane. Waits for nothing.
   */
  synchronized void makeRoomIfWanted() {
    if (stays() || !slow.hasFree() || !pages.promiseToSmall()) {
      return;
    }
    Place refuge = slow.takeIfFree();
    if (refuge == null) {
      pages.withdrawPromise();
    } else {
      moveTo(refuge);
    }
  }

  /**
   * The page is slow: its place is given to any one that waits, if one does to which none is
   * promised. Waits for nothing. One that was known to be slow, and has only borrowed its place,
   * would have to end: a page of a large job rather has the place that was kept free beside it.
   */
  synchronized void yieldIfWanted(Child child) {
    if (stays() || (borrowed && pages.giveKept()) || !pages.promise()) {
      return;
    }
    Place refuge = slow.takeIfFree();
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

  private void moveTo(Place refuge) {
    yielded = true;
    Place left = place;
    left.exchange(refuge);
    place = refuge;
    lane = slow;
    pages.slowBegins();
    leave(left);
  }

  /** Where no child was left behind, one has to be started, which the clock must not wait for. */
  private void leave(Place left) {
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
        slow.giveBack(place);
      } finally {
        pages.slowEnds();
      }
    } else if (yielded) {
      pages.keepPromise(place);
    } else {
      pages.giveBack(place);
    }
  }
}
