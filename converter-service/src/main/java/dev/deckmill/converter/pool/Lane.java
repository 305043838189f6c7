package dev.deckmill.converter.pool;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places for pages of one kind, taken in turn. */
final class Lane {
  private final List<Place> places;
  private final BlockingQueue<Place> free;
  private final AtomicInteger waiting = new AtomicInteger();

  Lane(int count, ChildStarts starts) {
    this.places = Stream.generate(() -> new Place(starts)).limit(count).toList();
    this.free = new ArrayBlockingQueue<>(count, true, places);
  }

  /** A place, as soon as there is one. */
  Place take() throws InterruptedException {
    waiting.incrementAndGet();
    try {
      return free.take();
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** A place, if there is one. */
  @Nullable Place takeIfFree() {
    return free.poll();
  }

  /** Somebody has no place. */
  boolean wanted() {
    return waiting.get() > 0;
  }

  void giveBack(Place place) {
    place.renewIfNeeded();
    free.add(place);
  }

  void warmUp() throws IOException, ChildEnded {
    for (Place place : places) {
      place.child(PageWorkers.Freshness.ANY);
    }
  }

  int alive() {
    return (int) places.stream().filter(Place::alive).count();
  }

  void kill() {
    places.forEach(Place::kill);
  }

  void clear() throws IOException {
    for (Place place : places) {
      place.clear();
    }
  }
}
