package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageEvent;
import dev.deckmill.api.orchestration.job.PageMove;
import dev.deckmill.api.orchestration.job.PageProgress;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.outbox.FetchOrder;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.api.store.page.PageUpdate.Due;
import dev.deckmill.api.store.page.StoredPage;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.part.EarlierAttempt;
import dev.deckmill.contracts.part.SlideSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events does to the pages of one job. Touches no database: it is given the pages
 * and says what is to be written.
 */
final class PageBatch {
  private final PageRules rules;
  private final Job before;
  private final Map<Integer, StoredPage> pages = new LinkedHashMap<>();
  private final Map<Integer, PageUpdate> updates = new LinkedHashMap<>();
  private final List<StageRow> stageRows = new ArrayList<>();
  private final List<PageOrder> orders = new ArrayList<>();
  private final List<FetchOrder> fetches = new ArrayList<>();
  private final List<LostAttempts.Lost> lost = new ArrayList<>();
  private @Nullable SlideSize slideSize;
  private boolean arrived;

  PageBatch(PageRules rules, Job job, Collection<StoredPage> pages) {
    this.rules = rules;
    this.before = job;
    this.slideSize = job.slideSize();
    pages.forEach(page -> this.pages.put(page.progress().number(), page));
  }

  /** Takes one event in; false if the job has no such page. */
  boolean apply(int number, PageEvent event) {
    StoredPage page = pages.get(number);
    if (page == null) {
      return false;
    }
    PageProgress now = progress(page);
    switch (rules.moves().apply(now, event, rules.jitter())) {
      case PageMove.Dropped dropped -> {
        if (!dropped.page().equals(now)) {
          put(dropped.page(), null, null, new Due.Unchanged());
        }
      }
      case PageMove.Begun begun -> {
        if (now.state() == PageState.CONVERTING) {
          lost.add(new LostAttempts.Lost(before.id(), number, now.attempt()));
        }
        begun(begun);
      }
      // Its order is safe in the slow lane's topic, which may take long to come to it; sent again
      // meanwhile, it would be there twice, and that lane the slower for it.
      case PageMove.SetAside aside -> put(aside.page(), null, null, new Due.WithJob());
      case PageMove.Finished finished -> finished(page, finished);
      case PageMove.GivenUp givenUp -> givenUp(page, givenUp);
      case PageMove.TryAgain again -> again(page, again);
      case PageMove.Fetching fetching ->
          put(fetching.page(), null, null, new Due.In(rules.fetchTime()));
      case PageMove.Arrived arrived -> arrived(arrived);
      case PageMove.FetchAgain again -> fetchAgain(page, again);
      case PageMove.NotFetched end -> notFetched(page, end);
    }
    return true;
  }

  private void begun(PageMove.Begun begun) {
    PageEvent.Started start = begun.start();
    put(
        begun.page(),
        new PageUpdate.Begun(start.worker(), start.queueWaitMillis()),
        null,
        new Due.In(rules.attemptTime()));
  }

  private void finished(StoredPage page, PageMove.Finished finished) {
    PageConverted slide = finished.slide();
    slideSize = slideSize == null ? slide.slideSize() : slideSize;
    stageRows.add(rules.rows().converted(slide, queueWait(page)));
    put(
        finished.page(),
        null,
        new PageUpdate.Ending.Slide(
            slide.attempt(),
            slide.bundle(),
            slide.slideSha256(),
            slide.title(),
            slide.traceparent()),
        new Due.Never());
  }

  private void givenUp(StoredPage page, PageMove.GivenUp givenUp) {
    PageEvent.Failed failure = givenUp.failure();
    stageRows.add(rules.rows().failed(page, failure, queueWait(page)));
    put(
        givenUp.page(),
        null,
        new PageUpdate.Ending.Given(failure.attempt(), failure.trouble(), failure.traceparent()),
        new Due.Never());
  }

  private void again(StoredPage page, PageMove.TryAgain again) {
    stageRows.add(rules.rows().failed(page, again.failure(), queueWait(page)));
    orders.add(
        new PageOrder(
            again.page().number(),
            again.page().attempt(),
            page.name(),
            page.bytes(),
            again.delay(),
            new EarlierAttempt(
                again.failure().attempt(),
                again.failure().trouble().type(),
                again.failure().traceparent())));
    put(again.page(), null, null, new Due.In(again.delay().plus(rules.resendAfter())));
  }

  private void arrived(PageMove.Arrived arrived) {
    stageRows.add(rules.rows().fetched(arrived.fetched()));
    this.arrived = true;
    put(arrived.page(), null, null, new Due.Never());
    updates.computeIfPresent(
        arrived.page().number(),
        (number, update) ->
            new PageUpdate(
                update.progress(), update.begun(), null, arrived.fetched().source(), update.due()));
  }

  private void fetchAgain(StoredPage page, PageMove.FetchAgain again) {
    stageRows.add(rules.rows().fetchFailed(page, again.failure()));
    fetches.add(
        new FetchOrder(again.page().number(), again.page().fetch(), page.address(), again.delay()));
    put(again.page(), null, null, new Due.In(again.delay().plus(rules.resendAfter())));
  }

  private void notFetched(StoredPage page, PageMove.NotFetched end) {
    PageEvent.FetchFailed failure = end.failure();
    stageRows.add(rules.rows().fetchFailed(page, failure));
    put(
        end.page(),
        null,
        new PageUpdate.Ending.Given(failure.attempt(), failure.trouble(), failure.traceparent()),
        new Due.Never());
  }

  private void put(
      PageProgress progress,
      PageUpdate.@Nullable Begun begun,
      PageUpdate.@Nullable Ending ending,
      Due due) {
    PageUpdate earlier = updates.get(progress.number());
    boolean keepDue = due instanceof Due.Unchanged && earlier != null;
    updates.put(
        progress.number(),
        new PageUpdate(
            progress,
            begun == null && earlier != null ? earlier.begun() : begun,
            ending,
            earlier == null ? null : earlier.source(),
            keepDue ? Objects.requireNonNull(earlier).due() : due));
  }

  private PageProgress progress(StoredPage page) {
    PageUpdate update = updates.get(page.progress().number());
    return update == null ? page.progress() : update.progress();
  }

  /**
   * How long the order of the present attempt waited: reported in this batch, or written before.
   */
  private @Nullable Long queueWait(StoredPage page) {
    PageUpdate update = updates.get(page.progress().number());
    PageUpdate.Begun begun = update == null ? null : update.begun();
    return begun == null ? page.queueWaitMillis() : (Long) begun.queueWaitMillis();
  }

  /** The job as it was. */
  Job before() {
    return before;
  }

  /** The job, with its slide size if a slide of this batch has settled it. */
  Job job() {
    return slideSize == null ? before : before.withSlideSize(slideSize);
  }

  /** No event has changed anything. */
  boolean unchanged() {
    return updates.isEmpty();
  }

  List<PageUpdate> updates() {
    return List.copyOf(updates.values());
  }

  List<StageRow> stageRows() {
    return List.copyOf(stageRows);
  }

  /** Pages have come that now wait to be converted. */
  boolean hasArrivals() {
    return arrived;
  }

  List<FetchOrder> fetches() {
    return List.copyOf(fetches);
  }

  /** Attempts that were begun when they had begun before. */
  List<LostAttempts.Lost> lost() {
    return List.copyOf(lost);
  }

  List<PageOrder> orders() {
    return List.copyOf(orders);
  }
}
