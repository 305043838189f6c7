package dev.deckmill.converter.pool;

/**
 * A page's stay in a place. One that turns out slow leaves the place to a page that waits: it takes
 * its child along to the slow lane, and leaves the one it finds there, which is warm, behind; where
 * the slow lane is full it ends, to be converted there in its turn.
 */
final class Turn {
  private final Lane pages;
  private final Lane slow;
  private Lane lane;
  private Place place;
  private boolean over;

  private Turn(Lane pages, Lane slow, Place place) {
    this.pages = pages;
    this.slow = slow;
    this.lane = pages;
    this.place = place;
  }

  static Turn in(Lane pages, Lane slow) throws InterruptedException {
    return new Turn(pages, slow, pages.take());
  }

  /** Where it began. */
  synchronized Place place() {
    return place;
  }

  /** The page is slow: its place is given to one that waits, if one does. Waits for nothing. */
  synchronized void yieldIfWanted(Child child) {
    if (over || lane == slow || !pages.wanted()) {
      return;
    }
    Place refuge = slow.takeIfFree();
    if (refuge == null) {
      child.setAside();
      return;
    }
    Place left = place;
    left.exchange(refuge);
    place = refuge;
    lane = slow;
    // Where no child was left behind, one has to be started, which the clock must not wait for.
    Thread.ofPlatform().daemon().name("slow-page").start(() -> pages.giveBack(left));
  }

  /** The page is done with. */
  void end() {
    synchronized (this) {
      over = true;
    }
    lane.giveBack(place);
  }
}
