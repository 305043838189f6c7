package dev.deckmill.allinone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.pages.PageFiles;
import dev.deckmill.allinone.project.ProjectFiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The same pages by every way in: the sample deck, or those of another directory with {@code
 * -Ddeckmill.pages=DIRECTORY}, of at most 50 pages.
 */
@ExtendWith(OneSet.class)
class EndToEndWaysTest {
  private static RunningSet set;
  private static List<Path> pages;
  private static final Map<Way, Job> JOBS = new EnumMap<>(Way.class);

  @BeforeAll
  static void sendThePagesByEachWay(RunningSet running) throws Exception {
    set = running;
    String elsewhere = System.getProperty("deckmill.pages");
    pages =
        PageFiles.of(List.of(elsewhere == null ? ProjectFiles.at("examples") : Path.of(elsewhere)));
    try (var sender = new Sender(set.deckmill(), pages)) {
      for (Way way : Way.values()) {
        JOBS.put(way, sender.send(way));
      }
      JOBS.replaceAll((way, job) -> set.deckmill().finished(job));
    }
  }

  @Test
  void theSlidesAreTheSameToTheByteWhicheverWayThePagesCame() throws Exception {
    Map<String, String> slides = parts(Way.MULTIPART);
    assertThat(slides.keySet())
        .filteredOn(part -> part.startsWith("ppt/slides/slide"))
        .hasSize(pages.size());
    for (Way way : Way.values()) {
      assertThat(job(way).state()).as("%s", way).isEqualTo(job(Way.MULTIPART).state());
      assertThat(job(way).title()).as("%s", way).isEqualTo(job(Way.MULTIPART).title());
      assertThat(parts(way)).as("%s", way).isEqualTo(slides);
    }
  }

  @Test
  void theTraceCountsWhatIsInTheFile() throws Exception {
    for (Way way : Way.values()) {
      Deck.Counts counts = Deck.read(set.deckmill().deck(job(way))).counts();
      JsonNode shown =
          set.deckmill()
              .answer("/batch/jobs/" + job(way).id() + "/trace")
              .at("/trace_data/package_trace/zip_structure");
      assertThat(counts.media()).isPositive();
      assertThat(
              new Deck.Counts(
                  shown.path("slides").asInt(),
                  shown.path("media_files").asInt(),
                  shown.path("relationships").asInt(),
                  shown.path("content_types").asInt()))
          .as("%s", way)
          .isEqualTo(counts);
    }
  }

  private static Job job(Way way) {
    return Objects.requireNonNull(JOBS.get(way));
  }

  private static Map<String, String> parts(Way way) throws Exception {
    return Deck.read(set.deckmill().deck(job(way))).sha256("ppt/(slides|media)/.*");
  }

  /** The set's API has not the role, and whoever has it has no database. */
  @Test
  void pagesAreFetchedByAProcessThatHasNoDatabase() {
    for (Way way : List.of(Way.URLS, Way.BATCH)) {
      String trace = job(way).traceId();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(set.traces().trace(trace))
                      .filteredOn(span -> span.name().equals("process deckmill.page.fetch"))
                      .hasSize(pages.size())
                      .allSatisfy(span -> assertThat(span.service()).isEqualTo("fetch")));
    }
  }

  @Test
  void whoFetchesAnswersNobodyButTheOperator() throws Exception {
    assertThat(status("/q/health/ready")).isEqualTo(200);
    assertThat(status("/v1/capabilities")).isEqualTo(404);
    assertThat(status("/batch/jobs/x")).isEqualTo(404);
  }

  private static int status(String path) throws Exception {
    URI address = URI.create(set.deckmill().set().fetcherUrl() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
