package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.FaultPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was called: totals for ever, single calls for the latest ones. */
final class Journal {
  private static final int KEPT = 10_000;

  private final Deque<Call> latest = new ArrayDeque<>();
  private final Map<CallKind, Integer> counts = new EnumMap<>(CallKind.class);
  private int number;
  private long bytes;

  synchronized void add(
      Request request, CallKind kind, FaultPlan.Turn turn, Optional<Answer> answer) {
    number++;
    counts.merge(kind, 1, Integer::sum);
    boolean upload = kind == CallKind.UPLOAD_CHUNK;
    long in = upload ? request.bytesRead() : 0;
    bytes += in;
    latest.addLast(
        new Call(
            number,
            kind,
            turn.nth(),
            request.method(),
            request.path(),
            answer.map(Answer::status).orElse(0),
            in,
            turn.fault().map(fault -> fault.getClass().getSimpleName()).orElse("")));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
  }

  synchronized List<Call> latest() {
    return List.copyOf(latest);
  }

  synchronized Map<CallKind, Integer> counts() {
    return Map.copyOf(counts);
  }

  synchronized int count(CallKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Content bytes that were taken off the wire, repeated ones included. */
  synchronized long bytes() {
    return bytes;
  }
}
