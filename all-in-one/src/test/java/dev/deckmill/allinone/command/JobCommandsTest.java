package dev.deckmill.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.client.FakeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobCommandsTest extends CommandTest {
  private static final String COUNTS =
      "{\"total\":4,\"queued\":%d,\"converting\":0,\"succeeded\":%d,\"degraded\":0,\"failed\":0,"
          + "\"skipped\":0,\"cancelled\":0}";

  @TempDir private Path directory;

  private static String job(String id, String state, int succeeded) {
    return "{\"id\":\"%s\",\"title\":\"Deck\",\"state\":\"%s\",\"pages\":%s}"
        .formatted(id, state, counts(succeeded));
  }

  private static String counts(int succeeded) {
    return COUNTS.formatted(4 - succeeded, succeeded);
  }

  @Test
  void listsJobsInColumns() {
    api.replies(
        200,
        "{\"jobs\":[%s,%s],\"next\":\"/v1/jobs?cursor=x\"}"
            .formatted(job("j2", "queued", 0), job("j1", "succeeded", 4)));

    assertThat(runAtApi("jobs", "--state", "queued,succeeded", "--title", "De ck")).isZero();
    assertThat(out().lines())
        .containsExactly("j2  queued     0/4  Deck", "j1  succeeded  4/4  Deck");
    assertThat(err()).contains("There are more");
    assertThat(api.asked().getFirst().path()).isEqualTo("/v1/jobs");
  }

  @Test
  void printsWhatTheApiSaysForPrograms() {
    String answer = "{\"jobs\":[]}";
    api.replies(200, answer);
    assertThat(runAtApi("jobs", "--json")).isZero();
    assertThat(out()).isEqualTo(answer + System.lineSeparator());
  }

  @Test
  void cancelsAJob() {
    api.replies(200, job("j1", "cancelled", 1));
    assertThat(runAtApi("cancel", "j1")).isZero();
    assertThat(out().strip()).isEqualTo("j1 is cancelled");
    FakeApi.Asked asked = api.asked().getFirst();
    assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/jobs/j1:cancel");
  }

  @Test
  void drawsWhereAJobsTimeWent() {
    String answer =
        """
        {"jobId":"j1","state":"succeeded","pageCount":2,
         "criticalPath":[{"step":"queue","startMs":0.0,"durationMs":50.0},
                         {"step":"convert","page":2,"startMs":50.0,"durationMs":150.0}],
         "steps":[{"step":"map","count":2,"totalMs":2000.0,"p50Ms":1.5,"p95Ms":2.0,"maxMs":2.0}],
         "findings":[{"code":"RASTERIZED","warning":true,"count":3,"pages":1}],
         "slowestPages":[{"number":2,"name":"b.svg","convertMs":7.0}]}
        """;
    api.replies(200, answer);
    assertThat(runAtApi("trace", "j1")).isZero();
    assertThat(out())
        .contains(
            "  queue           |" + "#".repeat(10) + " ".repeat(30) + "|  50.0 ms",
            "  convert page 2  |" + " ".repeat(10) + "#".repeat(30) + "|  150.0 ms",
            "  map   2      1.5 ms      2.0 ms      2.0 ms   2.0 s",
            "  page 2  b.svg  7.0 ms",
            "  RASTERIZED  3  on 1 pages");
    assertThat(api.asked().getFirst().path()).isEqualTo("/v1/jobs/j1/trace");
    forgetOutput();
    assertThat(runAtApi("trace", "j1", "--json")).isZero();
    assertThat(out()).isEqualTo(answer + System.lineSeparator());
  }

  @Test
  void saysWhyAJobCanNotBeCancelled() {
    api.replies(409, "{\"code\":\"JOB_FINISHED\",\"detail\":\"The job is succeeded.\"}");
    assertThat(runAtApi("cancel", "j1")).isEqualTo(3);
    assertThat(err()).contains("JOB_FINISHED");
  }

  @Test
  void hasAJobGoOn() {
    api.replies(202, job("j1", "queued", 3));
    assertThat(runAtApi("retry", "j1")).isZero();
    assertThat(runAtApi("retry", "j1", "--scope", "delivery", "--json")).isZero();
    assertThat(out()).startsWith("j1 is queued").contains("\"id\":\"j1\"");
    assertThat(api.asked()).extracting(FakeApi.Asked::path).containsOnly("/v1/jobs/j1:retry");
    assertThat(runAtApi("retry", "j1", "--scope", "some")).isEqualTo(2);
  }

  @Test
  void followsAJobByItsEventsAndGoesOnWhenTheyBreakOff() throws IOException {
    Path page = Files.writeString(directory.resolve("p.svg"), "<svg/>");
    api.replies(202, job("j1", "queued", 0))
        .replies(
            200,
            "text/event-stream",
            event(3, "job", "{\"state\":\"converting\",\"pages\":%s}".formatted(counts(0)))
                + ":still here\n\n"
                + event(4, "pages", "{\"pages\":%s,\"moved\":[]}".formatted(counts(2))))
        .replies(200, job("j1", "converting", 2))
        .replies(
            200,
            "text/event-stream",
            event(5, "job", "{\"state\":\"succeeded\",\"pages\":%s}".formatted(counts(4))))
        .replies(200, job("j1", "succeeded", 4));

    assertThat(runAtApi("submit", page.toString(), "--follow")).isZero();
    assertThat(err()).contains("Queued 0/4", "Converting 0/4", "Converting 2/4", "Succeeded 4/4");
    assertThat(api.asked())
        .extracting(FakeApi.Asked::path)
        .containsExactly(
            "/v1/jobs", "/v1/jobs/j1/events", "/v1/jobs/j1", "/v1/jobs/j1/events", "/v1/jobs/j1");
    assertThat(api.asked()).extracting(FakeApi.Asked::lastEventId).contains("4");
  }

  @Test
  void printsTheAcceptedJobForPrograms() throws IOException {
    Path page = Files.writeString(directory.resolve("p.svg"), "<svg/>");
    api.replies(202, job("j1", "queued", 0));
    assertThat(runAtApi("submit", page.toString(), "--json")).isZero();
    assertThat(out()).startsWith("{\"id\":\"j1\"");
  }

  @Test
  void submitsPagesByTheirUrlsAndUploadsTheFilesAmongThem() throws IOException {
    Path page = Files.writeString(directory.resolve("p 1.svg"), "<svg/>");
    Path list =
        Files.writeString(
            directory.resolve("urls"),
            """
            # the figures
            https://pages.example/2.svg

            HTTP://pages.example/3.svg
            """);
    api.replies(201, "{\"id\":\"u1\"}").replies(202, job("j1", "queued", 0));
    String first = "https://pages.example/1.svg";
    assertThat(
            runAtApi("submit", first, page.toString(), "--urls", list.toString(), "--title", "T"))
        .isZero();
    assertThat(api.asked())
        .extracting(FakeApi.Asked::path)
        .containsExactly("/v1/uploads", "/v1/jobs");
    assertThat(api.asked().getFirst().body()).isEqualTo("<svg/>");
    assertThat(api.asked().getLast().contentType()).isEqualTo("application/json");
    assertThat(api.asked().getLast().body())
        .isEqualTo(
            """
            {"title":"T","sources":[{"url":"https://pages.example/1.svg"},{"upload":"u1"},\
            {"url":"https://pages.example/2.svg"},{"url":"HTTP://pages.example/3.svg"}]}\
            """);
  }

  @Test
  void refusesAListOfUrlsThatHoldsSomethingElse() throws IOException {
    Path list = Files.writeString(directory.resolve("urls"), "pages.example/2.svg\n");
    assertThat(runAtApi("submit", "--urls", list.toString())).isEqualTo(2);
    assertThat(err()).contains("no http(s) URL");
    assertThat(runAtApi("submit")).isEqualTo(2);
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void sendsAZipFileAsItIs() throws IOException {
    Path zip = Files.writeString(directory.resolve("slides.zip"), "PK of pages");
    api.replies(202, job("j1", "queued", 0));
    assertThat(runAtApi("submit", zip.toString())).isZero();
    assertThat(api.asked().getFirst().body()).contains("filename=\"slides.zip\"", "PK of pages");
  }

  @Test
  void writesAScriptThatCompletesItsCommands() {
    assertThat(run("generate-completion")).isZero();
    assertThat(out()).contains("complete", "deckmill", "cancel", "retry", "failed_pages");
  }

  private static String event(int id, String name, String data) {
    return "id:%d\nevent:%s\ndata:%s\n\n".formatted(id, name, data);
  }
}
