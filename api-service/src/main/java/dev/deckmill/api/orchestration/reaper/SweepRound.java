package dev.deckmill.api.orchestration.reaper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of the reaper: every sweep has its turn until none finds anything. */
record SweepRound(List<Sweep> sweeps) {
  SweepRound {
    sweeps = List.copyOf(sweeps);
  }

  /**
   * Goes round. One that fails has no other turn in this round and keeps no other from its work;
   * the round fails once all of them are through, with the first failure and the others suppressed
   * in it.
   */
  void run() {
    List<Sweep> left = new ArrayList<>(sweeps);
    @Nullable RuntimeException failure = null;
    int found;
    do {
      found = 0;
      for (Sweep sweep : List.copyOf(left)) {
        try {
          found += sweep.attend();
        } catch (RuntimeException e) {
          left.remove(sweep);
          failure = joined(failure, e);
        }
      }
    } while (found > 0);
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
