package dev.deckmill.api.events;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Who, in this process, waits for something to happen to which job. */
@Singleton
final class Followers {
  private final ConcurrentHashMap<String, Set<Follower>> waiting = new ConcurrentHashMap<>();
  private volatile boolean ending;

  /** One who waits; used up with the first thing that happens. */
  static final class Follower {
    private final CompletableFuture<Void> rung = new CompletableFuture<>();

    /** Completes with the next thing that happens to the job. */
    CompletionStage<Void> rung() {
      return rung;
    }
  }

  /** Waits for the next thing to happen to the job. */
  Follower await(String jobId) {
    Follower follower = new Follower();
    waiting.compute(
        jobId,
        (id, others) -> {
          Set<Follower> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(follower);
          return all;
        });
    return follower;
  }

  /** Nobody waits for it any more. */
  void forget(String jobId, Follower follower) {
    waiting.computeIfPresent(
        jobId,
        (id, all) -> {
          all.remove(follower);
          return all.isEmpty() ? null : all;
        });
  }

  void wake(Collection<String> jobIds) {
    for (String jobId : jobIds) {
      Set<Follower> all = waiting.remove(jobId);
      if (all != null) {
        all.forEach(follower -> follower.rung.complete(null));
      }
    }
  }

  void wakeAll() {
    wake(List.copyOf(waiting.keySet()));
  }

  /** Nobody is to wait any more: this process ends. */
  void end() {
    ending = true;
    wakeAll();
  }

  boolean isEnding() {
    return ending;
  }

  int count() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }
}
