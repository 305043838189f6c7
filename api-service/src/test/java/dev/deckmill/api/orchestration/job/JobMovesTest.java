package dev.deckmill.api.orchestration.job;

import static dev.deckmill.api.orchestration.job.JobMove.Step.ANNOUNCE;
import static dev.deckmill.api.orchestration.job.JobMove.Step.CANCEL_OPEN_PAGES;
import static dev.deckmill.api.orchestration.job.JobMove.Step.ORDER_PACKAGE;
import static dev.deckmill.api.orchestration.job.JobMove.Step.ORDER_PREVIEWS;
import static dev.deckmill.api.orchestration.job.JobMove.Step.ORDER_UPLOAD;
import static dev.deckmill.api.orchestration.job.JobMove.Step.REPEAT_ALL_PAGES;
import static dev.deckmill.api.orchestration.job.JobMove.Step.REPEAT_LOST_PAGES;
import static dev.deckmill.api.orchestration.job.JobMove.Step.SKIP_OPEN_PAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.SlideSize;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JobMovesTest {
  private static final Trouble BAD_PAGE = new Trouble(ErrorType.XML_MALFORMED, "page 2");
  private static final Trouble LATE = new Trouble(ErrorType.JOB_DEADLINE, "too late");
  private static final Tally ALL_WELL = new Tally(0, 0, 3, 0, 0, 0);

  @Test
  void waitsWhileNothingWasBegun() {
    Job job = job(OnPageError.PLACEHOLDER, DeliveryStatus.NONE);

    assertThat(JobMoves.pagesChanged(job, new Tally(3, 0, 0, 0, 0, 0), null))
        .isEqualTo(JobMove.none(job));
  }

  @Test
  void convertsOnceAPageIsBegun() {
    JobMove move =
        JobMoves.pagesChanged(
            job(OnPageError.PLACEHOLDER, DeliveryStatus.NONE), new Tally(2, 1, 0, 0, 0, 0), null);

    assertThat(move.job().state()).isEqualTo(JobState.CONVERTING);
    assertThat(move.job().status().conversion()).isEqualTo(ConversionStatus.RUNNING);
    assertThat(move.steps()).isEmpty();
  }

  @Test
  void ordersThePackageWhenTheLastPageIsFinished() {
    JobMove move = JobMoves.pagesChanged(converting(OnPageError.PLACEHOLDER), ALL_WELL, null);

    assertThat(move.job().state()).isEqualTo(JobState.PACKAGING);
    assertThat(move.steps()).containsExactly(ORDER_PACKAGE);
  }

  @Test
  void ordersThePackageOfAJobWhoseOnlyPageBeganAndFinishedAtOnce() {
    JobMove move =
        JobMoves.pagesChanged(
            job(OnPageError.PLACEHOLDER, DeliveryStatus.NONE), new Tally(0, 0, 1, 0, 0, 0), null);

    assertThat(move.job().state()).isEqualTo(JobState.PACKAGING);
    assertThat(move.steps()).containsExactly(ORDER_PACKAGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLACEHOLDER", "SKIP"})
  void packagesWhatIsLeftWhenAPageFailed(OnPageError choice) {
    JobMove move = JobMoves.pagesChanged(converting(choice), new Tally(0, 0, 2, 0, 1, 0), BAD_PAGE);

    assertThat(move.job().state()).isEqualTo(JobState.PACKAGING);
  }

  @Test
  void failsWithTheFirstPageThatFailsIfTheClientWantsItSo() {
    JobMove move =
        JobMoves.pagesChanged(
            converting(OnPageError.FAIL_JOB), new Tally(1, 1, 0, 0, 1, 0), BAD_PAGE);

    assertThat(move.job().state()).isEqualTo(JobState.FAILED);
    assertThat(move.job().status().trouble()).isEqualTo(BAD_PAGE);
    assertThat(move.steps()).containsExactly(SKIP_OPEN_PAGES, ANNOUNCE);
  }

  @ParameterizedTest
  @EnumSource
  void failsWhenNoPageBecameASlide(OnPageError choice) {
    JobMove move = JobMoves.pagesChanged(converting(choice), new Tally(0, 0, 0, 0, 3, 0), BAD_PAGE);

    assertThat(move.job().state()).isEqualTo(JobState.FAILED);
    assertThat(move.job().status().conversion()).isEqualTo(ConversionStatus.FAILED);
    assertThat(move.steps()).contains(ANNOUNCE);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, 0, SUCCEEDED",
    "2, 1, 0, SUCCEEDED_WITH_WARNINGS",
    "2, 0, 1, PARTIALLY_SUCCEEDED",
    "1, 1, 1, PARTIALLY_SUCCEEDED"
  })
  void endsAsItsPagesDid(int succeeded, int degraded, int failed, JobState end) {
    Tally tally = new Tally(0, 0, succeeded, degraded, failed, 0);

    JobMove withoutDelivery = JobMoves.packaged(packaging(DeliveryStatus.NONE), tally);
    assertThat(withoutDelivery.job().state()).isEqualTo(end);
    assertThat(withoutDelivery.job().status().delivery()).isEqualTo(DeliveryStatus.NONE);
    assertThat(withoutDelivery.steps()).containsExactly(ANNOUNCE);

    JobMove delivered = JobMoves.uploaded(delivering(), tally);
    assertThat(delivered.job().state()).isEqualTo(end);
    assertThat(delivered.job().status().delivery()).isEqualTo(DeliveryStatus.SUCCEEDED);
    assertThat(delivered.steps()).containsExactly(ANNOUNCE);
  }

  @Test
  void ordersTheUploadOnceTheDeckIsThere() {
    JobMove move = JobMoves.packaged(packaging(DeliveryStatus.PENDING), ALL_WELL);

    assertThat(move.job().state()).isEqualTo(JobState.DELIVERING);
    assertThat(move.job().status().conversion()).isEqualTo(ConversionStatus.SUCCEEDED);
    assertThat(move.job().status().delivery()).isEqualTo(DeliveryStatus.RUNNING);
    assertThat(move.steps()).containsExactly(ORDER_UPLOAD);
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryStatus.class,
      names = {"NONE", "PENDING"})
  void ordersThePreviewsLastAndOnlyIfTheClientWantsThemAfterTheDeck(DeliveryStatus delivery) {
    Job job = packaging(delivery);
    List<JobMove.Step> otherwise = JobMoves.packaged(job, ALL_WELL).steps();
    assertThat(otherwise).isNotEmpty().doesNotContain(ORDER_PREVIEWS);
    assertThat(JobMoves.packaged(job.withPreviews(PreviewTime.AFTER_DECK), ALL_WELL).steps())
        .startsWith(otherwise.toArray(JobMove.Step[]::new))
        .endsWith(ORDER_PREVIEWS)
        .hasSize(otherwise.size() + 1);
  }

  @Test
  void keepsTheDeckWhenTheDeliveryFails() {
    Trouble full = new Trouble(ErrorType.DRIVE_QUOTA, "full");

    JobMove move = JobMoves.uploadFailed(delivering(), full);

    assertThat(move.job().state()).isEqualTo(JobState.PARTIALLY_SUCCEEDED);
    assertThat(move.job().status())
        .isEqualTo(
            new JobStatus(
                JobState.PARTIALLY_SUCCEEDED,
                ConversionStatus.SUCCEEDED,
                DeliveryStatus.FAILED,
                null,
                full,
                1));
  }

  @Test
  void deliversNothingWhenThereIsNoDeck() {
    JobMove move = JobMoves.packageFailed(packaging(DeliveryStatus.PENDING), BAD_PAGE);

    assertThat(move.job().state()).isEqualTo(JobState.FAILED);
    assertThat(move.job().status().delivery()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void failsPastItsDeadlineUnlessItHasADeck() {
    for (Job job :
        List.of(
            job(OnPageError.SKIP, DeliveryStatus.NONE),
            converting(OnPageError.SKIP),
            packaging(DeliveryStatus.NONE))) {
      JobMove move = JobMoves.pastDeadline(job, LATE);
      assertThat(move.job().state()).isEqualTo(JobState.FAILED);
      assertThat(move.steps()).containsExactly(SKIP_OPEN_PAGES, ANNOUNCE);
    }
    JobMove undelivered = JobMoves.pastDeadline(delivering(), LATE);
    assertThat(undelivered.job().state()).isEqualTo(JobState.PARTIALLY_SUCCEEDED);
    assertThat(undelivered.job().status().deliveryTrouble()).isEqualTo(LATE);
  }

  @Test
  void isCancelledAtOnceUnlessItsDeckIsOnItsWay() {
    for (Job job :
        List.of(
            job(OnPageError.SKIP, DeliveryStatus.PENDING),
            converting(OnPageError.SKIP),
            packaging(DeliveryStatus.PENDING))) {
      JobMove move = JobMoves.cancelled(job);
      assertThat(move.job().state()).isEqualTo(JobState.CANCELLED);
      assertThat(move.steps()).containsExactly(CANCEL_OPEN_PAGES, ANNOUNCE);
    }
    JobMove waiting = JobMoves.cancelled(delivering());
    assertThat(waiting.job().state()).isEqualTo(JobState.CANCELLING);
    assertThat(waiting.steps()).isEmpty();
    assertThat(JobMoves.uploaded(waiting.job(), ALL_WELL).job().state())
        .isEqualTo(JobState.SUCCEEDED);
    for (JobMove end :
        List.of(
            JobMoves.uploadFailed(waiting.job(), BAD_PAGE),
            JobMoves.pastDeadline(waiting.job(), LATE))) {
      assertThat(end.job().state()).isEqualTo(JobState.CANCELLED);
      assertThat(end.job().status().conversion()).isEqualTo(ConversionStatus.SUCCEEDED);
      assertThat(end.steps()).containsExactly(ANNOUNCE);
    }
  }

  @Test
  void isFetchingUntilAConverterHasBeganWithAPage() {
    Job queued = job(OnPageError.PLACEHOLDER, DeliveryStatus.NONE);
    Job fetching = JobMoves.pagesChanged(queued, counted(2, 1, 0, 0, 0), null).job();

    assertThat(fetching.state()).isEqualTo(JobState.FETCHING);
    assertThat(fetching.status().conversion()).isEqualTo(ConversionStatus.PENDING);
    assertThat(JobMoves.pagesChanged(fetching, counted(3, 0, 0, 0, 0), null).job().state())
        .isEqualTo(JobState.FETCHING);
    assertThat(JobMoves.pagesChanged(fetching, counted(1, 1, 0, 0, 1), null).job().state())
        .isEqualTo(JobState.FETCHING);
    assertThat(JobMoves.pagesChanged(fetching, counted(1, 1, 1, 0, 0), null).job().state())
        .isEqualTo(JobState.CONVERTING);
    assertThat(JobMoves.pagesChanged(queued, counted(1, 1, 1, 0, 0), null).job().state())
        .isEqualTo(JobState.CONVERTING);
    assertThat(JobMoves.pagesChanged(fetching, counted(0, 0, 0, 0, 3), BAD_PAGE).job().state())
        .isEqualTo(JobState.FAILED);
  }

  private static Tally counted(
      int queued, int fetching, int converting, int succeeded, int failed) {
    return new Tally(queued, fetching, converting, succeeded, 0, failed, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void goesOnInAnotherRunFromItsEndAlone(JobState state) {
    Job job = in(state);
    Tally lost = new Tally(0, 0, 0, 1, 0, 1, 1, 1);
    if (!state.terminal()) {
      assertThatThrownBy(() -> JobMoves.repeated(job, lost, RetryScope.ALL))
          .isInstanceOf(IllegalStateException.class);
      return;
    }
    JobMove move = JobMoves.repeated(job, lost, RetryScope.FAILED_PAGES);
    assertThat(move.job().state()).isEqualTo(JobState.QUEUED);
    assertThat(move.job().status().run()).isEqualTo(2);
    assertThat(move.steps()).containsExactly(REPEAT_LOST_PAGES, ANNOUNCE);
    assertThat(JobMoves.repeated(job, ALL_WELL, RetryScope.ALL).steps())
        .containsExactly(REPEAT_ALL_PAGES, ANNOUNCE);
  }

  @Test
  void repeatsOnlyWhatIsMissing() {
    Job undelivered = JobMoves.uploadFailed(delivering(), BAD_PAGE).job();
    assertThat(JobMoves.repeated(undelivered, ALL_WELL, RetryScope.DELIVERY).steps())
        .containsExactly(ORDER_UPLOAD, ANNOUNCE);
    assertThat(JobMoves.repeated(undelivered, ALL_WELL, RetryScope.FAILED_PAGES))
        .isEqualTo(JobMove.none(undelivered));
    Job withoutDeck = JobMoves.packageFailed(packaging(DeliveryStatus.PENDING), BAD_PAGE).job();
    assertThat(JobMoves.repeated(withoutDeck, ALL_WELL, RetryScope.FAILED_PAGES).steps())
        .containsExactly(ORDER_PACKAGE, ANNOUNCE);
    assertThat(JobMoves.repeated(withoutDeck, ALL_WELL, RetryScope.DELIVERY))
        .isEqualTo(JobMove.none(withoutDeck));
  }

  @ParameterizedTest
  @EnumSource
  void isNotMovedByWhatComesLateOrAgain(JobState state) {
    Job job = in(state);

    if (!Set.of(JobState.QUEUED, JobState.FETCHING, JobState.CONVERTING).contains(state)) {
      unmoved(job, j -> JobMoves.pagesChanged(j, ALL_WELL, null).job());
    }
    if (state != JobState.PACKAGING) {
      unmoved(job, j -> JobMoves.packaged(j, ALL_WELL).job());
      unmoved(job, j -> JobMoves.packageFailed(j, BAD_PAGE).job());
    }
    if (state != JobState.DELIVERING && state != JobState.CANCELLING) {
      unmoved(job, j -> JobMoves.uploaded(j, ALL_WELL).job());
      unmoved(job, j -> JobMoves.uploadFailed(j, BAD_PAGE).job());
    }
    if (state.terminal()) {
      unmoved(job, j -> JobMoves.pastDeadline(j, LATE).job());
      unmoved(job, j -> JobMoves.cancelled(j).job());
    }
  }

  @ParameterizedTest
  @EnumSource
  void announcesEveryEndAndNothingElse(JobState state) {
    Job job = in(state);
    for (JobMove move :
        List.of(
            JobMoves.pagesChanged(job, ALL_WELL, null),
            JobMoves.pagesChanged(job, new Tally(0, 0, 0, 0, 3, 0), BAD_PAGE),
            JobMoves.packaged(job, ALL_WELL),
            JobMoves.packageFailed(job, BAD_PAGE),
            JobMoves.uploaded(job, ALL_WELL),
            JobMoves.uploadFailed(job, BAD_PAGE),
            JobMoves.pastDeadline(job, LATE),
            JobMoves.cancelled(job))) {
      boolean ended = !state.terminal() && move.job().state().terminal();
      assertThat(move.steps().contains(ANNOUNCE)).as("%s", move).isEqualTo(ended);
    }
  }

  private static void unmoved(Job job, UnaryOperator<Job> event) {
    assertThat(event.apply(job)).isEqualTo(job);
  }

  private static Job job(OnPageError choice, DeliveryStatus delivery) {
    return new Job(
        "j1",
        "t1",
        new Job.Request(
            "Deck",
            choice,
            "balanced",
            "powerpoint",
            "name",
            PreviewTime.WHEN_VIEWED,
            List.of(),
            DeckTarget.DRIVE,
            null,
            null,
            DeliveryWish.NONE),
        3,
        new SlideSize(12_192_000, 6_858_000),
        JobStatus.taken(delivery));
  }

  private static Job converting(OnPageError choice) {
    Job job = job(choice, DeliveryStatus.NONE);
    return job.with(job.status().converting());
  }

  private static Job packaging(DeliveryStatus delivery) {
    Job job = job(OnPageError.PLACEHOLDER, delivery);
    return job.with(job.status().converting().packaging());
  }

  private static Job delivering() {
    Job job = packaging(DeliveryStatus.PENDING);
    return job.with(job.status().delivering());
  }

  private static Job in(JobState state) {
    Job job = job(OnPageError.PLACEHOLDER, DeliveryStatus.PENDING);
    return job.with(
        new JobStatus(state, ConversionStatus.SUCCEEDED, DeliveryStatus.PENDING, null, null, 1));
  }
}
