package dev.deckmill.fakedrive.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which call meets which fault. Safe to change while calls come in. */
public final class FaultPlan {
  private record Entry(CallKind kind, int nth, int times, Fault fault) {
    boolean meets(CallKind called, int number) {
      return kind == called && number >= nth && number - nth < times;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<CallKind, Integer> counts = new EnumMap<>(CallKind.class);

  /** The {@code nth} call of a kind, counted from 1 and from now, meets the fault. */
  public FaultPlan on(CallKind kind, int nth, Fault fault) {
    return on(kind, nth, 1, fault);
  }

  /** So do the {@code nth} and the calls after it, {@code times} in all. */
  public synchronized FaultPlan on(CallKind kind, int nth, int times, Fault fault) {
    if (nth < 1 || times < 1) {
      throw new IllegalArgumentException("calls are counted from 1");
    }
    if (!possible(kind, fault)) {
      throw new IllegalArgumentException(kind.spelling() + " can't fail by " + fault);
    }
    entries.add(new Entry(kind, nth + counts.getOrDefault(kind, 0), times, fault));
    return this;
  }

  private static boolean possible(CallKind kind, Fault fault) {
    return switch (fault) {
      case Fault.KeepLess less -> kind == CallKind.UPLOAD_CHUNK;
      case Fault.CutAfter cut -> kind == CallKind.UPLOAD_CHUNK;
      case Fault.Damage damage -> kind == CallKind.UPLOAD_CHUNK;
      case Fault.Deny deny -> kind == CallKind.AUTHORIZE;
      case Fault.StaleSearch stale -> kind == CallKind.LIST;
      case Fault.ExpireSession expire ->
          kind == CallKind.UPLOAD_CHUNK || kind == CallKind.UPLOAD_STATUS;
      case Fault.Refuse refuse -> kind != CallKind.INSPECT;
      case Fault.ResetBefore reset -> kind != CallKind.INSPECT;
      case Fault.ResetAfter reset -> kind != CallKind.INSPECT;
      case Fault.HangAfter hang -> kind != CallKind.INSPECT;
      case Fault.Hang hang -> kind != CallKind.INSPECT;
    };
  }

  /** Every call of a kind from now on meets the fault. */
  public FaultPlan always(CallKind kind, Fault fault) {
    return on(kind, 1, Integer.MAX_VALUE, fault);
  }

  /** Nothing goes wrong from now on. */
  public synchronized void clear() {
    entries.clear();
  }

  /** How many scripted faults have not been met yet. */
  public synchronized int outstanding() {
    return entries.size();
  }

  /** Counts a call, and takes the fault that is due at it out of the plan. */
  public synchronized Turn next(CallKind kind) {
    int nth = counts.merge(kind, 1, Integer::sum);
    for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      if (entry.meets(kind, nth)) {
        if (nth - entry.nth == entry.times - 1) {
          all.remove();
        }
        return new Turn(nth, Optional.of(entry.fault));
      }
    }
    return new Turn(nth, Optional.empty());
  }

  /**
   * A call that is about to be answered.
   *
   * @param nth which call of its kind it is, from 1
   * @param fault what goes wrong with it, if anything does
   */
  public record Turn(int nth, Optional<Fault> fault) {}
}
