package dev.deckmill.allinone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.PageState;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.process.Leftovers;
import dev.deckmill.allinone.process.Supervised;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One job through everything, with two pages that do their worst; then what each part says of it.
 * Ends the set, so it comes after the others that use it.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(OneSet.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";

  private static TraceReceiver traces;
  private static DeckmillUnderTest deckmill;
  private static TestPages pages;
  private static Job job;
  private static byte[] deck;

  @BeforeAll
  static void sendOneJobThrough(RunningSet set) throws Exception {
    pages = set.pages();
    traces = set.traces();
    deckmill = set.deckmill();
    Job accepted =
        deckmill.submit(
            new Submission(
                List.of(
                    pages.page("a.svg", "J1-P0001"),
                    pages.page("fault-hang.svg", "J1-P0002"),
                    pages.page("b.svg", "J1-P0003"),
                    pages.page("fault-halt.svg", "J1-P0004"),
                    pages.page("c.svg", "J1-P0005")),
                Map.of("title", "End to end", "delivery", "drive", "folder", "Decks/{job_id}"),
                Map.of("traceparent", "00-" + TRACE + "-" + CALLER + "-01")));
    job = deckmill.finished(accepted);
    deck = deckmill.deck(job);
  }

  @Test
  void theJobTellsThatTwoPagesFailedAndTheRestIsDelivered() throws Exception {
    assertThat(job.state()).isEqualTo("partially_succeeded");
    assertThat(job.traceId()).isEqualTo(TRACE);
    assertThat(job.delivery().status()).isEqualTo("succeeded");
    assertThat(deckmill.client().pages(job.id()))
        .extracting(page -> page.name() + " " + page.state() + " " + code(page))
        .containsExactly(
            "a.svg succeeded -",
            "fault-hang.svg failed PAGE_TIMEOUT",
            "b.svg succeeded -",
            "fault-halt.svg failed PAGE_CRASH",
            "c.svg succeeded -");
  }

  private static String code(PageState page) {
    return page.problem() == null ? "-" : String.valueOf(page.problem().code());
  }

  @Test
  void slidesAreInTheOrderOfTheRequestWithPlaceholdersForTheFailedPages() throws IOException {
    List<String> slides = Deck.read(deck).slides();
    assertThat(slides).hasSize(5);
    assertThat(slides.get(0)).isEqualTo("J1-P0001");
    assertThat(slides.get(1)).contains("fault-hang.svg", "PAGE_TIMEOUT").doesNotContain("J1-P");
    assertThat(slides.get(2)).isEqualTo("J1-P0003");
    assertThat(slides.get(3)).contains("fault-halt.svg", "PAGE_CRASH").doesNotContain("J1-P");
    assertThat(slides.get(4)).isEqualTo("J1-P0005");
  }

  @Test
  void driveHoldsTheSameDeckOnce() throws Exception {
    JsonNode file = deckmill.drive("/drive/v3/files/" + job.delivery().fileId() + "?fields=*");
    assertThat(file.path("md5Checksum").asText()).isEqualTo(md5(deck));
    assertThat(file.path("name").asText()).isEqualTo("End to end.pptx");
    assertThat(job.delivery().link()).isNotBlank();
    JsonNode all = deckmill.drive("/drive/v3/files?q=name%3D'End%20to%20end.pptx'&fields=*");
    assertThat(all.path("files").size()).isEqualTo(1);
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  @Test
  void everySpanOfTheJobHasItsParentInTheCallersTrace() throws Exception {
    String golden =
        new String(
            Objects.requireNonNull(EndToEndTest.class.getResourceAsStream("trace.txt"))
                .readAllBytes(),
            StandardCharsets.UTF_8);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var tree = new SpanTree(traces.trace(TRACE));
              assertThat(tree.orphans(CALLER)).isEmpty();
              assertThat(tree.outline(CALLER)).isEqualTo(golden);
            });
  }

  /** Of the two pages that failed, the second attempts are meant: they settled what is shown. */
  @Test
  void theDeckSpanLinksToTheSpanThatSettledEachOfItsPages() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var tree = new SpanTree(traces.trace(TRACE));
              assertThat(tree.linked("package").map(EndToEndTest::attempt))
                  .containsExactly(
                      "convert 1/1", "convert 2/2", "convert 3/1", "convert 4/2", "convert 5/1");
            });
  }

  @Test
  void anAttemptTellsOfTheOneBeforeIt() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(traces.trace(TRACE))
                    .filteredOn(span -> span.name().equals("convert"))
                    .filteredOn(span -> span.events().contains("earlier attempt"))
                    .extracting(EndToEndTest::attempt)
                    .containsExactlyInAnyOrder("convert 2/2", "convert 4/2"));
    var tree = new SpanTree(traces.trace(TRACE));
    assertThat(tree.linked("convert").map(EndToEndTest::attempt))
        .containsExactlyInAnyOrder("convert 2/1", "convert 4/1");
  }

  private static String attempt(ReceivedSpan span) {
    return "%s %s/%s"
        .formatted(
            span.name(),
            span.attributes().get("deckmill.page.number"),
            span.attributes().get("deckmill.page.attempt"));
  }

  @Test
  void noSpanOfTheJobIsInAnotherTrace() {
    assertThat(traces.all())
        .filteredOn(span -> job.id().equals(span.attributes().get("deckmill.job.id")))
        .isNotEmpty()
        .allSatisfy(span -> assertThat(span.traceId()).isEqualTo(TRACE));
  }

  @Test
  void servicesAndFetcherRunAsProcessesOfTheirOwn() {
    assertThat(deckmill.set().services())
        .extracting(Supervised::name)
        .containsExactlyInAnyOrder(
            "api-service", "converter-service", "packager-service", "drive-service", "fetch");
    assertThat(deckmill.set().services().stream().map(service -> service.pid().orElseThrow()))
        .doesNotHaveDuplicates()
        .doesNotContain(ProcessHandle.current().pid());
  }

  @Test
  void eachServiceConsumesAsAGroupOfItsOwn() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", deckmill.set().bootstrapServers()))) {
      assertThat(admin.listGroups().all().get().stream().map(GroupListing::groupId))
          .contains("api-service", "converter-service", "packager-service", "drive-service");
    }
  }

  @Test
  void postgresKeepsTheJobItsPagesAndARowForEachAttemptAtEachStage() throws Exception {
    assertThat(deckmill.rows("select state, delivery from api.job where id = '" + job.id() + "'"))
        .containsExactly("partially_succeeded succeeded");
    assertThat(
            deckmill.rows(
                "select stage, page, attempt, outcome from api.stage_row where job_id = '"
                    + job.id()
                    + "' order by stage, page, attempt"))
        .containsExactly(
            "convert 1 1 succeeded",
            "convert 2 1 failed",
            "convert 2 2 failed",
            "convert 3 1 succeeded",
            "convert 4 1 failed",
            "convert 4 2 failed",
            "convert 5 1 succeeded",
            "package 0 1 succeeded",
            "upload 0 1 succeeded");
    await()
        .untilAsserted(
            () ->
                assertThat(deckmill.rows("select count(*) from api.outbox")).containsExactly("0"));
  }

  @Order(Integer.MAX_VALUE - 1)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "converter-service",
        "packager-service",
        "drive-service",
        "api-service",
        "fake-drive",
        "kafka",
        "postgres"
      })
  void aKilledPartComesBackAndTheJobIsFinished(String name) throws Exception {
    List<Path> slow = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      slow.add(pages.page("fault-sleep-700-" + i + ".svg", name + "-P000" + i));
    }
    Job accepted = deckmill.submit(new Submission(slow, Map.of("delivery", "drive")));
    long before = deckmill.part(name).pid().orElseThrow();

    assertThat(ProcessHandle.of(before).orElseThrow().destroyForcibly()).isTrue();

    Job finished = deckmill.finished(accepted);
    assertThat(finished.state()).isEqualTo("succeeded");
    await().atMost(DeckmillUnderTest.LONG).until(() -> deckmill.part(name).pid().isPresent());
    assertThat(deckmill.part(name).pid().orElseThrow()).isNotEqualTo(before);
    assertThat(deckmill.ends()).contains(name);
    assertThat(Deck.read(deckmill.deck(finished)).slides())
        .containsExactly(name + "-P0001", name + "-P0002", name + "-P0003");
  }

  @Order(Integer.MAX_VALUE)
  @Test
  void afterTheEndNothingIsLeftRunning() throws Exception {
    var processes = new Leftovers(deckmill.dataRoot());
    assertThat(processes.count()).isGreaterThanOrEqualTo(8);

    deckmill.close();

    assertThat(processes.stillRunning()).isEmpty();
    assertThat(
            ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .collect(Collectors.toList()))
        .isEmpty();
  }
}
