package dev.deckmill.converter;

import dev.deckmill.contracts.message.PageMessage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that are being converted, and whether one of them should long have ended. */
@Singleton
final class PagesAtWork {
  /** The parent kills a child at the deadline; past this it has not, and never will. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  Entry enter(PageMessage page) {
    Entry entry = new Entry(page);
    entries.add(entry);
    return entry;
  }

  /** A page that is past its deadline and still here. */
  Optional<PageMessage> stuck() {
    long now = System.nanoTime();
    return entries.stream().filter(entry -> entry.isOverdue(now)).map(Entry::page).findFirst();
  }

  int count() {
    return entries.size();
  }

  /** One page. */
  final class Entry implements AutoCloseable {
    private final PageMessage page;
    private volatile long overdueAt;
    private volatile boolean started;

    private Entry(PageMessage page) {
      this.page = page;
    }

    /** It has a child now, and so much time. */
    void started(Duration limit) {
      overdueAt = System.nanoTime() + limit.plus(GRACE).toNanos();
      started = true;
    }

    @Override
    public void close() {
      entries.remove(this);
    }

    private PageMessage page() {
      return page;
    }

    private boolean isOverdue(long now) {
      return started && now - overdueAt > 0;
    }
  }
}
