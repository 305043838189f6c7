package dev.deckmill.converter.pool;

import static dev.deckmill.converter.pool.Lane.Line.LARGE_JOBS;
import static dev.deckmill.converter.pool.Lane.Line.SMALL_JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slots without children: none can be started. */
final class LaneTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  private @Nullable ChildDirectories directories;

  @AfterEach
  void stop() throws IOException {
    threads.shutdownNow();
    clock.shutdownNow();
    Objects.requireNonNull(directories, "each test has some").deleteAll();
  }

  @Test
  void aSlotIsGivenBackWhateverHappensToItsChild() throws Exception {
    Lane lane = new Lane(1, starts(Duration.ofSeconds(Long.MAX_VALUE)));
    WorkerSlot slot = lane.take(SMALL_JOBS);
    assertThatThrownBy(() -> slot.child(PageWorkers.Freshness.ANY))
        .as("what is thrown where a child is started")
        .isInstanceOf(ArithmeticException.class);
    lane.giveBack(slot);
    assertThat(lane.takeIfFree()).isSameAs(slot);
  }

  @Test
  void aSlotIsPromisedOnceToEachThatWaits() throws Exception {
    Lane lane = closed(2);
    WorkerSlot first = lane.take(SMALL_JOBS);
    WorkerSlot second = lane.take(SMALL_JOBS);
    assertThat(lane.promise()).as("nobody waits").isFalse();

    Future<WorkerSlot> one = threads.submit(() -> lane.take(SMALL_JOBS));
    await().until(lane::promise);
    assertThat(lane.promise()).as("a second slot to the same").isFalse();
    Future<WorkerSlot> other = threads.submit(() -> lane.take(LARGE_JOBS));
    await().until(lane::promise);
    assertThat(lane.promise()).isFalse();

    lane.keepPromise(first);
    assertThat(one.get()).isSameAs(first);
    lane.keepPromiseAsItIs(second);
    assertThat(other.get()).isSameAs(second);
    Future<WorkerSlot> third = threads.submit(() -> lane.take(SMALL_JOBS));
    await().until(lane::promise);
    assertThat(third.isDone()).as("kept promises don't count").isFalse();
  }

  @Test
  void whoeverStopsWaitingTakesNoSlotAlong() throws Exception {
    Lane lane = closed(1);
    WorkerSlot only = lane.take(SMALL_JOBS);
    Future<WorkerSlot> stopped = threads.submit(() -> lane.take(SMALL_JOBS));
    await().until(lane::promise);
    stopped.cancel(true);
    assertThat(lane.takeWithin(SOON)).isNull();
    lane.keepPromise(only);
    assertThat(lane.takeWithin(SOON)).isSameAs(only);
  }

  @Test
  void aSlotIsSpareWhileAnotherOneIsFree() throws Exception {
    Lane lane = closed(2);
    assertThat(lane.takeIfSpare()).isNotNull();
    assertThat(lane.takeIfSpare()).isNull();
    assertThat(lane.takeIfFree()).isNotNull();
  }

  @Test
  void pagesOfLargeJobsLeaveASlotFreeWhileASlowOneIsAtWork() throws Exception {
    Lane lane = closed(2);
    lane.slowBegins();
    WorkerSlot taken = lane.take(LARGE_JOBS);
    Future<WorkerSlot> large = threads.submit(() -> lane.take(LARGE_JOBS));
    await().until(() -> waiting(lane) == 1);
    WorkerSlot kept = lane.take(SMALL_JOBS);
    lane.giveBack(kept);
    assertThat(large.isDone()).as("one is left for whoever comes next").isFalse();
    lane.giveBack(taken);
    assertThat(large.get()).as("and no more than one").isSameAs(taken);

    Future<WorkerSlot> next = threads.submit(() -> lane.take(LARGE_JOBS));
    await().until(() -> waiting(lane) == 1);
    lane.slowEnds();
    assertThat(next.get()).as("and none once there are no slow ones").isSameAs(kept);
  }

  @Test
  void aLargeJobHasItsTurnThoughSmallOnesAlwaysFindTheSlotThatIsKeptFree() throws Exception {
    Lane lane = closed(2);
    lane.slowBegins();
    WorkerSlot one = lane.take(SMALL_JOBS);
    WorkerSlot other = lane.take(SMALL_JOBS);
    Future<WorkerSlot> large = threads.submit(() -> lane.take(LARGE_JOBS));
    Thread.sleep(SOON.toMillis());
    for (int i = 0; i < 8; i++) {
      lane.giveBack(one);
      one = lane.take(SMALL_JOBS);
      assertThat(large.isDone()).isFalse();
    }
    lane.giveBack(other);
    assertThat(large.get()).isSameAs(other);
  }

  @Test
  void noSlotIsPromisedToALargeJobThatWouldBeKeptFree() throws Exception {
    Lane lane = closed(2);
    lane.slowBegins();
    WorkerSlot slow = lane.take(LARGE_JOBS);
    WorkerSlot kept = lane.take(SMALL_JOBS);
    Future<WorkerSlot> large = threads.submit(() -> lane.take(LARGE_JOBS));
    Thread.sleep(SOON.toMillis());
    assertThat(lane.promise()).as("the next one to be free is kept").isFalse();
    assertThat(lane.giveKept()).as("nothing is kept just now").isFalse();
    lane.giveBack(kept);
    assertThat(lane.promise()).isTrue();
    lane.keepPromise(slow);
    assertThat(large.get()).isSameAs(slow);

    Future<WorkerSlot> next = threads.submit(() -> lane.take(LARGE_JOBS));
    await().until(lane::giveKept);
    assertThat(next.get()).isSameAs(kept);
  }

  @Test
  void theOnlySlotIsLeftFreeForNobody() throws Exception {
    Lane lane = closed(1);
    lane.slowBegins();
    WorkerSlot only = lane.take(LARGE_JOBS);
    Future<WorkerSlot> next = threads.submit(() -> lane.take(LARGE_JOBS));
    lane.giveBack(only);
    assertThat(next.get()).isSameAs(only);
  }

  @Test
  void aSlotIsPromisedToASmallJobAloneAndThePromiseCanBeWithdrawn() throws Exception {
    Lane lane = closed(1);
    WorkerSlot only = lane.take(SMALL_JOBS);
    Future<WorkerSlot> large = threads.submit(() -> lane.take(LARGE_JOBS));
    await().until(() -> waiting(lane) == 1);
    assertThat(lane.promiseToSmall()).isFalse();
    Future<WorkerSlot> small = threads.submit(() -> lane.take(SMALL_JOBS));
    await().until(lane::promiseToSmall);
    lane.withdrawPromise();
    assertThat(lane.promiseToSmall()).as("it still waits").isTrue();
    lane.keepPromise(only);
    assertThat(small.get()).isSameAs(only);
    lane.giveBack(only);
    assertThat(large.get()).isSameAs(only);
  }

  /** How many could be promised a slot: those that wait. */
  private static int waiting(Lane lane) {
    int count = 0;
    while (lane.promise()) {
      count++;
    }
    for (int i = 0; i < count; i++) {
      lane.withdrawPromise();
    }
    return count;
  }

  private Lane closed(int slots) throws IOException {
    ChildStarts none = starts(SOON);
    none.close();
    return new Lane(slots, none);
  }

  private ChildStarts starts(Duration limit) throws IOException {
    directories = ChildDirectories.create();
    PageWorkers.Terms terms =
        new PageWorkers.Terms(
            new PageWorkers.Slots(1, 1, SOON, SOON),
            1,
            1,
            limit,
            64,
            PageWorkers.Need.PREFERRED,
            false);
    return new ChildStarts(
        terms,
        directories,
        new Isolation(Isolation.Level.NONE, List.of()),
        new ChildCommand(List.of(), "none", 64, 4096, false),
        clock);
  }
}
