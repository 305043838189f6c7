package dev.deckmill.tracestore.otlp;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests whose spans wait to be written, bounded by spans and by bytes. */
@Singleton
final class SpanQueue {
  private final int maxSpans;
  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int spans;
  private long bytes;

  SpanQueue(SpansConfig config) {
    this.maxSpans = config.queueSpans();
    this.maxBytes = config.queueBytes().asLongValue();
  }

  /** Adds a request if there is room; one alone always has room. */
  boolean offer(Waiting request) {
    lock.lock();
    try {
      boolean room =
          waiting.isEmpty()
              || (spans + request.spans().size() <= maxSpans
                  && bytes + request.bytes() <= maxBytes);
      if (room) {
        waiting.add(request);
        spans += request.spans().size();
        bytes += request.bytes();
        filled.signal();
      }
      return room;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for requests; takes whole ones, as many as have {@code most} spans, but at least one. */
  List<Waiting> take(int most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        filled.await();
      }
      return remove(most);
    } finally {
      lock.unlock();
    }
  }

  /** The caller holds the lock. */
  private List<Waiting> remove(int most) {
    List<Waiting> removed = new ArrayList<>();
    int count = 0;
    while (!waiting.isEmpty()
        && (removed.isEmpty() || count + waiting.getFirst().spans().size() <= most)) {
      Waiting next = waiting.removeFirst();
      count += next.spans().size();
      spans -= next.spans().size();
      bytes -= next.bytes();
      removed.add(next);
    }
    return removed;
  }

  /** Takes whatever is left. */
  List<Waiting> drain() {
    lock.lock();
    try {
      List<Waiting> left = List.copyOf(waiting);
      waiting.clear();
      spans = 0;
      bytes = 0;
      return left;
    } finally {
      lock.unlock();
    }
  }
}
