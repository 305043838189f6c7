package dev.deckmill.api.orchestration.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.orchestration.job.PageMove.Begun;
import dev.deckmill.api.orchestration.job.PageMove.Dropped;
import dev.deckmill.api.orchestration.job.PageMove.Finished;
import dev.deckmill.api.orchestration.job.PageMove.GivenUp;
import dev.deckmill.api.orchestration.job.PageMove.TryAgain;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.ErrorType.Course;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.part.StageTimings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PageMovesTest {
  private static final RetryPolicy RETRIES =
      new RetryPolicy(8, 2, Duration.ofSeconds(1), Duration.ofSeconds(16));
  private static final PageMoves MOVES = new PageMoves(RETRIES);
  private static final PageProgress ORDERED = PageProgress.fresh(1).ordered();

  @Test
  void beginsWithTheStartOfItsAttempt() {
    assertThat(MOVES.apply(ORDERED, started(1), 0)).isInstanceOf(Begun.class);
    assertThat(MOVES.apply(ORDERED, started(1), 0).page())
        .isEqualTo(new PageProgress(1, PageState.CONVERTING, 1, 1, 0));
  }

  @Test
  void countsAStartOfAnEarlierAttemptAndWaitsOnForTheLaterOne() {
    PageProgress second = new PageProgress(1, PageState.QUEUED, 2, 1, 1);

    PageMove move = MOVES.apply(second, started(1), 0);

    assertThat(move).isInstanceOf(Dropped.class);
    assertThat(move.page()).isEqualTo(new PageProgress(1, PageState.QUEUED, 2, 2, 1));
  }

  @Test
  void anAttemptThatWasSetAsideHasNotBegunYetAndNeitherFailedNorCrashed() {
    PageProgress begun = MOVES.apply(ORDERED, started(1), 0).page();

    PageMove move = MOVES.apply(begun, new PageEvent.SetAside(1), 0);

    assertThat(move).isInstanceOf(PageMove.SetAside.class);
    assertThat(move.page()).isEqualTo(ORDERED);
    assertThat(MOVES.apply(move.page(), started(1), 0).page()).isEqualTo(begun);
    assertThat(MOVES.apply(move.page(), converted(1), 0)).isInstanceOf(Finished.class);
  }

  @Test
  void nothingIsSetAsideThatDidNotBegin() {
    PageProgress second = new PageProgress(1, PageState.CONVERTING, 2, 2, 1);

    assertThat(MOVES.apply(ORDERED, new PageEvent.SetAside(1), 0)).isInstanceOf(Dropped.class);
    assertThat(MOVES.apply(second, new PageEvent.SetAside(1), 0)).isEqualTo(new Dropped(second));
  }

  @Test
  void acceptsTheFirstResultWhicheverAttemptItComesFrom() {
    PageProgress second = new PageProgress(1, PageState.CONVERTING, 2, 2, 1);

    assertThat(MOVES.apply(second, converted(1), 0)).isInstanceOf(Finished.class);
    assertThat(MOVES.apply(second, converted(2), 0)).isInstanceOf(Finished.class);
  }

  @Test
  void acceptsAResultWhoseStartWasNeverHeard() {
    assertThat(MOVES.apply(ORDERED, converted(1), 0).page().state()).isEqualTo(PageState.SUCCEEDED);
  }

  @Test
  void isDegradedByAWarningAndNotByAnInformation() {
    assertThat(MOVES.apply(ORDERED, converted(1, finding(true)), 0).page().state())
        .isEqualTo(PageState.DEGRADED);
    assertThat(MOVES.apply(ORDERED, converted(1, finding(false)), 0).page().state())
        .isEqualTo(PageState.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void isTriedAsOftenAsTheCourseOfItsTroubleAllows(ErrorType type) {
    PageProgress page = ORDERED;
    List<Integer> attempts = new ArrayList<>(List.of(1));
    PageMove move = MOVES.apply(page, failed(1, type), 0);
    while (move instanceof TryAgain again) {
      attempts.add(again.page().attempt());
      assertThat(again.page().state()).isEqualTo(PageState.QUEUED);
      move = MOVES.apply(again.page(), failed(again.page().attempt(), type), 0);
    }

    assertThat(move).isInstanceOf(GivenUp.class);
    assertThat(move.page().state()).isEqualTo(PageState.FAILED);
    assertThat(attempts).hasSize(triesOf(type.course()));
  }

  private static int triesOf(Course course) {
    return switch (course) {
      case PERMANENT -> 1;
      case TRANSIENT -> 8;
      case CRASH -> 2;
    };
  }

  @Test
  void countsCrashesApartFromTroubleThatPassed() {
    PageMove afterTrouble = MOVES.apply(ORDERED, failed(1, ErrorType.STORAGE_FULL), 0);
    PageMove afterCrash = MOVES.apply(afterTrouble.page(), failed(2, ErrorType.PAGE_CRASH), 0);

    assertThat(afterCrash).isInstanceOf(TryAgain.class);
    assertThat(MOVES.apply(afterCrash.page(), failed(3, ErrorType.PAGE_TIMEOUT), 0))
        .isInstanceOf(GivenUp.class);
  }

  @Test
  void ignoresTheFailureOfAnAttemptThatWasGivenUp() {
    PageProgress second = new PageProgress(1, PageState.CONVERTING, 2, 2, 1);

    assertThat(MOVES.apply(second, failed(1, ErrorType.PAGE_CRASH), 0))
        .isEqualTo(new Dropped(second));
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCEEDED", "DEGRADED", "FAILED", "SKIPPED"})
  void isNotMovedOnceItIsFinished(PageState finished) {
    PageProgress page = new PageProgress(1, finished, 1, 1, 0);
    for (PageEvent event :
        List.of(started(1), started(2), converted(1), failed(1, ErrorType.INTERNAL))) {
      assertThat(MOVES.apply(page, event, 0)).isEqualTo(new Dropped(page));
    }
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToALimit() {
    List<Long> waits = new ArrayList<>();
    for (int attempt = 1; attempt < 8; attempt++) {
      waits.add(RETRIES.delayAfter(attempt, Course.TRANSIENT, 0).toSeconds());
    }

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
    assertThat(RETRIES.delayAfter(1, Course.TRANSIENT, 1)).isEqualTo(Duration.ofMillis(1500));
    assertThat(RETRIES.delayAfter(1, Course.CRASH, 1)).isEqualTo(Duration.ZERO);
  }

  private static PageEvent started(int attempt) {
    return new PageEvent.Started(attempt, "w1", 5);
  }

  private static PageEvent failed(int attempt, ErrorType type) {
    return new PageEvent.Failed(attempt, new Trouble(type, "it failed"), null);
  }

  private static PageFinding finding(boolean warning) {
    return new PageFinding("FONT_SUBSTITUTED", warning, null, "another font");
  }

  private static PageEvent converted(int attempt, PageFinding... findings) {
    return new PageEvent.Converted(
        new PageConverted(
            "j1",
            "t1",
            1,
            attempt,
            new BlobRef("jobs/j1/p1", 0, 10, "0".repeat(64)),
            new SlideSize(12_192_000, 6_858_000),
            null,
            "0".repeat(64),
            new StageTimings(1, 2, 3, 4),
            new Renditions(1, 0, 0),
            List.of(findings),
            findings.length,
            null,
            null,
            null));
  }

  private static final Trouble SILENT = new Trouble(ErrorType.FETCH_TIMEOUT, "nobody answered");
  private static final PageProgress TO_FETCH = PageProgress.fresh(1).fetchOrdered();

  @Test
  void isFetchedBeforeAnythingElseAndWaitsThenToBeConverted() {
    PageProgress fetching = MOVES.apply(TO_FETCH, new PageEvent.FetchStarted(1), 0).page();
    assertThat(fetching.state()).isEqualTo(PageState.FETCHING);

    PageMove arrived = MOVES.apply(fetching, fetched(1), 0);
    assertThat(arrived).isInstanceOf(PageMove.Arrived.class);
    assertThat(arrived.page()).isEqualTo(PageProgress.fresh(1));
    assertThat(MOVES.apply(arrived.page(), fetched(1), 0)).isInstanceOf(Dropped.class);
    assertThat(MOVES.apply(arrived.page(), unfetched(1, true), 0)).isInstanceOf(Dropped.class);
    assertThat(MOVES.apply(arrived.page(), new PageEvent.FetchStarted(1), 0))
        .isInstanceOf(Dropped.class);
  }

  @Test
  void isFetchedEightTimesWhileThatMayPass() {
    PageProgress page = TO_FETCH;
    for (int attempt = 1; attempt <= 7; attempt++) {
      PageMove move = MOVES.apply(page, unfetched(attempt, true), 0);
      assertThat(move).isInstanceOf(PageMove.FetchAgain.class);
      page = move.page();
    }
    assertThat(page.fetch()).isEqualTo(8);
    assertThat(MOVES.apply(page, unfetched(7, true), 0)).isInstanceOf(Dropped.class);
    PageMove end = MOVES.apply(page, unfetched(8, true), 0);
    assertThat(end).isInstanceOf(PageMove.NotFetched.class);
    assertThat(end.page().state()).isEqualTo(PageState.FAILED);
  }

  @Test
  void isFetchedTwiceWhenItEndsWhoFetchesItHoweverOftenItFailedOtherwise() {
    PageProgress third =
        MOVES
            .apply(MOVES.apply(TO_FETCH, unfetched(1, true), 0).page(), unfetched(2, true), 0)
            .page();

    PageMove first = MOVES.apply(third, fetchCrashed(3), 0);
    assertThat(first).isInstanceOf(PageMove.FetchAgain.class);
    assertThat(first.page().crashes()).isEqualTo(1);
    assertThat(MOVES.apply(first.page(), fetchCrashed(3), 0)).isInstanceOf(Dropped.class);
    assertThat(MOVES.apply(first.page(), fetched(4), 0).page()).isEqualTo(PageProgress.fresh(1));

    PageMove second = MOVES.apply(first.page(), fetchCrashed(4), 0);
    assertThat(second).isInstanceOf(PageMove.NotFetched.class);
    assertThat(second.page().state()).isEqualTo(PageState.FAILED);
  }

  private static PageEvent fetchCrashed(int attempt) {
    return new PageEvent.FetchFailed(
        attempt, new Trouble(ErrorType.FETCH_CRASH, "It ended."), true, null);
  }

  @Test
  void isNotFetchedAgainWhereThatMakesNoSense() {
    assertThat(MOVES.apply(TO_FETCH, unfetched(1, false), 0))
        .isInstanceOf(PageMove.NotFetched.class);
  }

  private static PageEvent fetched(int attempt) {
    return new PageEvent.Fetched(
        new PageFetched(
            "job", "acme", 1, attempt, new BlobRef("jobs/job/f", 0, 5, "ab".repeat(32)), 0, 9));
  }

  private static PageEvent unfetched(int attempt, boolean mayPass) {
    return new PageEvent.FetchFailed(attempt, SILENT, mayPass, null);
  }
}
