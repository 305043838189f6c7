package dev.deckmill.converter.pool;

import static dev.deckmill.converter.pool.PageWorkers.Freshness.ANY;
import static dev.deckmill.converter.pool.PageWorkers.Freshness.FRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.converter.child.ChildRequest;
import dev.deckmill.converter.child.PageChild;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWorkersTest {
  private static final String TENANT = "acme";
  private static final Duration PLENTY = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'><rect width='4'"
          + " height='4'/></svg>";

  private static PageWorkers workers;

  /** Of the service that another test of the same run has started. */
  private static Set<Long> strangers = Set.of();

  @BeforeAll
  static void openTwoSlots() throws Exception {
    strangers = pids();
    workers = PageWorkers.open(terms(2, 500));
  }

  @AfterAll
  static void aClosedPoolLeavesNoChild() throws IOException {
    workers.close();
    await().atMost(PLENTY).until(() -> pids().isEmpty());
  }

  @Test
  void aPageBecomesABundleThatTheEngineReads() throws Exception {
    ChildReply reply = workers.convert(page("a.svg", SVG), TENANT, PLENTY, ANY, () -> {});
    assertThat(reply).isInstanceOf(ChildReply.Converted.class);
    byte[] bundle = ((ChildReply.Converted) reply).bundle();
    assertThat(Slide.read(new ByteArrayInputStream(bundle)).sha256()).hasSize(64);
  }

  @Test
  void aRejectedPageKeepsItsCode() throws Exception {
    ChildReply reply = workers.convert(page("a.svg", ""), TENANT, PLENTY, ANY, () -> {});
    assertThat(reply).isInstanceOf(ChildReply.Rejected.class);
    assertThat(((ChildReply.Rejected) reply).code()).isEqualTo(PageRejected.Code.XML_MALFORMED);
  }

  @Test
  void aPageThatHangsIsEndedAtItsDeadlineAndTheNextOneIsConverted() throws Exception {
    ChildEnded ended =
        catchThrowableOfType(
            ChildEnded.class,
            () -> workers.convert(page("fault-hang.svg", SVG), TENANT, SHORT, ANY, () -> {}));
    assertThat(ended.why()).isEqualTo(ChildEnded.Cause.DEADLINE);
    assertConvertsStill();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fault-halt.svg", "fault-oom.svg", "fault-overflow.svg", "fault-throw.svg"})
  void aPageThatTakesItsChildWithItFailsAlone(String name) throws Exception {
    crash(name);
    assertConvertsStill();
  }

  @Test
  void aPagesFailureHasItsStackTraceAndNoneOfItsWords() throws Exception {
    ChildEnded thrown = crash("fault-throw.svg");
    assertThat(thrown.errorOutput())
        .startsWith("java.lang.IllegalStateException\n\tat ")
        .contains("PageChild.answer")
        .doesNotContain("words of the page");
    assertThat(thrown.getMessage()).doesNotContain("PageChild", "words of the page");

    assertThat(crash("fault-overflow.svg").errorOutput())
        .startsWith("java.lang.StackOverflowError\n\tat ");
    assertThat(crash("fault-halt.svg").errorOutput()).as("no other page's").isEmpty();
  }

  private static ChildEnded crash(String name) {
    ChildEnded ended =
        catchThrowableOfType(
            ChildEnded.class,
            () -> workers.convert(page(name, SVG), TENANT, PLENTY, ANY, () -> {}));
    assertThat(ended.why()).isEqualTo(ChildEnded.Cause.CRASH);
    return ended;
  }

  @Test
  void aPageThatNeedsAFreshChildGetsOneThatHasSeenNoOther() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(1, 500))) {
      Set<Long> others = pids();
      one.warmUp();
      Set<Long> warm = newSince(others);
      one.convert(page("a.svg", SVG), TENANT, PLENTY, FRESH, () -> {});
      assertThat(newSince(others)).as("an unused child is fresh").isEqualTo(warm);
      one.convert(page("b.svg", SVG), TENANT, PLENTY, FRESH, () -> {});
      assertThat(newSince(others)).hasSize(1).doesNotContainAnyElementsOf(warm);
    }
  }

  @Test
  void aChildIsReplacedWhenItHasServedItsPagesForSeveralTenants() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(1, 2))) {
      Set<Long> others = pids();
      one.warmUp();
      Set<Long> first = newSince(others);
      one.convert(page("a.svg", SVG), TENANT, PLENTY, ANY, () -> {});
      assertThat(newSince(others)).isEqualTo(first);
      one.convert(page("b.svg", SVG), "another", PLENTY, ANY, () -> {});
      assertThat(newSince(others)).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void aChildOfOneTenantLastsLonger() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(1, 2))) {
      Set<Long> others = pids();
      one.warmUp();
      Set<Long> first = newSince(others);
      one.convert(page("a.svg", SVG), TENANT, PLENTY, ANY, () -> {});
      one.convert(page("b.svg", SVG), TENANT, PLENTY, ANY, () -> {});
      assertThat(newSince(others)).isEqualTo(first);
      one.convert(page("c.svg", SVG), TENANT, PLENTY, ANY, () -> {});
      assertThat(newSince(others)).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void morePagesThanChildrenWaitTheirTurn() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ChildReply>> replies =
          Stream.generate(
                  () ->
                      threads.submit(
                          () -> workers.convert(page("a.svg", SVG), TENANT, PLENTY, ANY, () -> {})))
              .limit(20)
              .toList();
      for (Future<ChildReply> reply : replies) {
        assertThat(reply.get()).isInstanceOf(ChildReply.Converted.class);
      }
    }
    assertThat(pids()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aSlowPageMakesRoomForThoseThatWaitAndTheNextOneIsSetAside() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(slots(1, SOON), 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Set<Long> others = pids();
      Future<ChildReply> slow = submitted(threads, one, "fault-hang-1.svg");
      assertConverts(one, 5);
      Future<ChildReply> slower = submitted(threads, one, "fault-hang-2.svg");
      assertConverts(one, 5);

      assertThatThrownBy(slower::get)
          .hasCauseInstanceOf(ChildEnded.class)
          .extracting(failure -> ((ChildEnded) failure.getCause()).why())
          .isEqualTo(ChildEnded.Cause.SLOW);
      assertThat(slow.isDone()).as("the first is at work still").isFalse();
      assertThat(newSince(others)).as("a child for pages, one for slow ones").hasSize(2);
      one.close();
      assertThatThrownBy(slow::get).hasCauseInstanceOf(ChildEnded.class);
    }
  }

  @Test
  void aSlowPageStaysWhereItIsAsLongAsNoneWaits() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(slots(1, SOON), 500))) {
      Set<Long> others = pids();
      one.warmUp();
      Set<Long> first = newSince(others);
      ChildReply reply =
          one.convert(page("fault-sleep-2000.svg", SVG), TENANT, PLENTY, ANY, () -> {});
      assertThat(reply).isInstanceOf(ChildReply.Converted.class);
      assertThat(newSince(others)).isEqualTo(first);
    }
  }

  @Test
  void aPageThatIsKnownToBeSlowKeepsNoOtherWaiting() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(1, 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<ChildReply> slow =
          threads.submit(
              () -> one.convertSlow(page("fault-hang.svg", SVG), TENANT, PLENTY, ANY, () -> {}));
      assertConverts(one, 3);
      assertThat(slow.isDone()).isFalse();
      one.close();
    }
  }

  @Test
  void aPageMakesRoomForASmallJobSoonAndForALargeOneOnlyOnceItIsSlow() throws Exception {
    var soonForSmall = new PageWorkers.Slots(1, 1, SOON, PLENTY);
    try (PageWorkers one = PageWorkers.open(terms(soonForSmall, 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<ChildReply> long1 = submitted(threads, one, "fault-hang-1.svg");
      Future<ChildReply> large =
          threads.submit(() -> one.convertBulk(page("a.svg", SVG), TENANT, PLENTY, ANY, () -> {}));
      Thread.sleep(5 * SOON.toMillis());
      assertThat(large.isDone()).isFalse();
      assertConverts(one, 1);
      assertThat(large.get()).isInstanceOf(ChildReply.Converted.class);
      assertThat(long1.isDone()).as("it goes on in the slow lane").isFalse();

      Future<ChildReply> long2 = submitted(threads, one, "fault-sleep-3000.svg");
      assertConverts(one, 1);
      assertThat(long2.get())
          .as("where that is full, it stays where it is")
          .isInstanceOf(ChildReply.Converted.class);
      one.close();
    }
  }

  @Test
  void oneThatWaitsTakesTheSlotOfOneSlowPageAndNotOfAll() throws Exception {
    try (PageWorkers two = PageWorkers.open(terms(slots(2, SOON), 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      slow(threads, two);
      List<Future<ChildReply>> slow =
          List.of(
              submitted(threads, two, "fault-hang-1.svg"),
              submitted(threads, two, "fault-hang-2.svg"));
      assertConverts(two, 5);
      assertThat(slow.stream().filter(Future::isDone)).hasSize(1);
      two.close();
    }
  }

  @Test
  void aSlowPageIsInASlotThatNobodyNeedsForAsLongAsNobodyDoes() throws Exception {
    try (PageWorkers two = PageWorkers.open(terms(2, 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      slow(threads, two).begun().await();
      Slow borrowing = slow(threads, two);
      borrowing.begun().await();
      Slow waiting = slow(threads, two);
      assertConverts(two, 3);
      assertThat(borrowing.reply().isDone()).as("one slot is enough for them").isFalse();
      assertThat(waiting.begun().getCount()).as("and is left to them").isEqualTo(1);

      Future<ChildReply> busy = submitted(threads, two, "fault-sleep-3000.svg");
      assertConverts(two, 1);
      assertThatThrownBy(borrowing.reply()::get)
          .hasCauseInstanceOf(ChildEnded.class)
          .extracting(failure -> ((ChildEnded) failure.getCause()).why())
          .isEqualTo(ChildEnded.Cause.SLOW);
      assertThat(busy.get()).isInstanceOf(ChildReply.Converted.class);
      two.close();
    }
  }

  /** A page that is known to be slow. */
  private record Slow(Future<ChildReply> reply, CountDownLatch begun) {}

  private static Slow slow(ExecutorService threads, PageWorkers workers) {
    CountDownLatch begun = new CountDownLatch(1);
    return new Slow(
        threads.submit(
            () ->
                workers.convertSlow(
                    page("fault-hang.svg", SVG), TENANT, PLENTY, ANY, begun::countDown)),
        begun);
  }

  @Test
  void pagesOfSmallJobsComeBeforeThoseOfLargeOnesWhichHaveTheirTurnToo() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(1, 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<ChildReply> first = submitted(threads, one, "fault-sleep-3000.svg");
      Queue<String> begun = new ConcurrentLinkedQueue<>();
      List<Future<ChildReply>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(
            threads.submit(
                () ->
                    one.convertBulk(
                        page("a.svg", SVG), TENANT, PLENTY, ANY, () -> begun.add("large"))));
      }
      Thread.sleep(500);
      for (int i = 0; i < 9; i++) {
        waiting.add(
            threads.submit(
                () ->
                    one.convert(
                        page("a.svg", SVG), TENANT, PLENTY, ANY, () -> begun.add("small"))));
      }
      assertThat(first.get()).isInstanceOf(ChildReply.Converted.class);
      for (Future<ChildReply> reply : waiting) {
        assertThat(reply.get()).isInstanceOf(ChildReply.Converted.class);
      }
      List<String> order = new ArrayList<>(Collections.nCopies(8, "small"));
      order.addAll(List.of("large", "small", "large"));
      assertThat(begun).containsExactlyElementsOf(order);
    }
  }

  @Test
  void aPictureWaitsForNoPageAndNoPageForAPicture() throws Exception {
    try (PageWorkers one = PageWorkers.open(terms(1, 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<ChildReply> page = submitted(threads, one, "fault-hang.svg");
      assertThat(one.draw(picture("a.svg"), TENANT, PLENTY, () -> {}))
          .isInstanceOf(ChildReply.Drawn.class);
      assertThat(page.isDone()).isFalse();
      one.close();
    }
    try (PageWorkers one = PageWorkers.open(terms(1, 500));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<ChildReply> drawing =
          threads.submit(() -> one.draw(picture("fault-hang.svg"), TENANT, PLENTY, () -> {}));
      assertConverts(one, 3);
      assertThat(drawing.isDone()).isFalse();
      one.close();
    }
  }

  private static Future<ChildReply> submitted(
      ExecutorService threads, PageWorkers workers, String name) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<ChildReply> reply =
        threads.submit(
            () -> workers.convert(page(name, SVG), TENANT, PLENTY, ANY, begun::countDown));
    begun.await();
    return reply;
  }

  private static void assertConverts(PageWorkers workers, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      assertThat(workers.convert(page("after.svg", SVG), TENANT, PLENTY, ANY, () -> {}))
          .isInstanceOf(ChildReply.Converted.class);
    }
  }

  private static ChildRequest picture(String name) {
    return new ChildRequest(
        name,
        SVG.getBytes(StandardCharsets.UTF_8),
        SlideOptions.defaults(),
        new ChildRequest.Wanted.APreview(160));
  }

  @Test
  void keepsChildrenFromTheNetworkWhereTheHostAllowsIt() throws Exception {
    assumeTrue(new ProcessBuilder("unshare", "--net", "true").start().waitFor() == 0);
    workers.warmUp();
    assertThat(workers.isolation()).isNotEqualTo(Isolation.Level.NONE);
    Path ours = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));
    for (long pid : pids()) {
      assertThat(Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/net"))).isNotEqualTo(ours);
    }
  }

  @Test
  void doesNotOpenOnAHostWithoutIsolationWhereItIsRequired() throws Exception {
    Isolation.Search findsNone = (command, directories) -> none();
    assertThatThrownBy(() -> PageWorkers.open(terms(1, PageWorkers.Need.REQUIRED), findsNone))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("deckmill.converter.isolation")
        .hasMessageContaining("preferred");
    try (PageWorkers open = PageWorkers.open(terms(1, PageWorkers.Need.PREFERRED), findsNone)) {
      assertThat(open.isolation()).isEqualTo(Isolation.Level.NONE);
    }
  }

  @Test
  void opensWhereTheRequiredIsolationIsThere() throws Exception {
    var network = new Isolation(Isolation.Level.NETWORK, List.of());
    try (PageWorkers open =
        PageWorkers.open(terms(1, PageWorkers.Need.REQUIRED), (command, directories) -> network)) {
      assertThat(open.isolation()).isEqualTo(Isolation.Level.NETWORK);
    }
  }

  private static Isolation none() {
    return new Isolation(Isolation.Level.NONE, List.of());
  }

  private static PageWorkers.Terms terms(int count, PageWorkers.Need need) {
    return new PageWorkers.Terms(slots(count, PLENTY), 1, 1, PLENTY, 128, need, false);
  }

  @Test
  void aChildHasNothingOfTheParentsEnvironment() throws Exception {
    workers.warmUp();
    for (long pid : pids()) {
      String environment = Files.readString(Path.of("/proc/" + pid + "/environ"));
      assertThat(environment).isEmpty();
    }
    assertThat(System.getenv()).isNotEmpty();
  }

  private void assertConvertsStill() throws Exception {
    assertConverts(workers, 3);
  }

  private static PageWorkers.Terms terms(int count, int pagesPerChild) {
    return terms(slots(count, PLENTY), pagesPerChild);
  }

  private static PageWorkers.Terms terms(PageWorkers.Slots slots, int pagesPerChild) {
    return new PageWorkers.Terms(
        slots, pagesPerChild, 3, PLENTY, 128, PageWorkers.Need.PREFERRED, true);
  }

  private static PageWorkers.Slots slots(int count, Duration slowAfter) {
    return new PageWorkers.Slots(count, 1, PLENTY, slowAfter);
  }

  private static ChildRequest page(String name, String svg) {
    return new ChildRequest(name, svg.getBytes(StandardCharsets.UTF_8), SlideOptions.defaults());
  }

  private static Set<Long> pids() {
    return children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  private static Set<Long> newSince(Set<Long> others) {
    return children()
        .map(ProcessHandle::pid)
        .filter(pid -> !others.contains(pid))
        .collect(Collectors.toSet());
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> !strangers.contains(child.pid()))
        .filter(child -> commandLine(child).contains(PageChild.class.getName()));
  }

  /** ProcessHandle.Info cuts long command lines. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException ended) {
      return "";
    }
  }
}
