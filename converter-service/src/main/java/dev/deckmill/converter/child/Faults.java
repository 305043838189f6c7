package dev.deckmill.converter.child;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page can do to a child at its worst, on demand: for tests and chaos runs, where {@code
 * deckmill.converter.fault-injection} is on. The page's name says which.
 */
final class Faults {
  private static final String SLEEP = "fault-sleep-";

  private Faults() {}

  static void actOut(String name) {
    if (name.startsWith("fault-hang")) {
      sleep(Long.MAX_VALUE);
    } else if (name.startsWith("fault-halt")) {
      Runtime.getRuntime().halt(17);
    } else if (name.startsWith("fault-oom")) {
      fillMemory();
    } else if (name.startsWith("fault-overflow")) {
      overflow(0);
    } else if (name.startsWith("fault-throw")) {
      throw new IllegalStateException("words of the page: " + name);
    } else if (name.startsWith(SLEEP)) {
      sleep(Long.parseLong(name.replaceAll("^" + SLEEP + "(\\d+).*$", "$1")));
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a child", e);
    }
  }

  private static void fillMemory() {
    List<byte[]> hoard = new ArrayList<>();
    while (!hoard.isEmpty() || hoard.add(new byte[0])) {
      hoard.add(new byte[1 << 24]);
    }
  }

  @SuppressWarnings("InfiniteRecursion") // is what the fault is
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }
}
