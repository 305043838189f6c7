package dev.deckmill.allinone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobClientTest {
  @TempDir private Path directory;

  private FakeApi api;
  private JobClient client;

  @BeforeEach
  void startApi() throws IOException {
    api = new FakeApi();
    client = new JobClient(api.url(), "secret");
  }

  @AfterEach
  void stopApi() {
    api.close();
  }

  @Test
  void sendsFieldsAndFilesInOrderWithTheKey() throws Exception {
    api.replies(202, "{\"id\":\"j1\",\"state\":\"queued\",\"links\":{\"self\":\"/v1/jobs/j1\"}}");
    Path second = Files.writeString(directory.resolve("2 \"b\".svg"), "<svg>zwei</svg>");
    Path first = Files.writeString(directory.resolve("1.svg"), "<svg>eins</svg>");

    Job job = client.submit(new Submission(List.of(second, first), Map.of("title", "Über uns")));

    assertThat(job.id()).isEqualTo("j1");
    FakeApi.Asked asked = api.asked().getFirst();
    String boundary = asked.contentType().replaceFirst("multipart/form-data; boundary=", "");
    assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/jobs");
    assertThat(asked.authorization()).isEqualTo("Bearer secret");
    assertThat(asked.body().replace("\r\n", "\n").replace(boundary, "BOUNDARY"))
        .isEqualTo(
            """
            --BOUNDARY
            Content-Disposition: form-data; name="title"
            Content-Type: text/plain; charset=UTF-8

            Über uns
            --BOUNDARY
            Content-Disposition: form-data; name="pages"; filename="2 %22b%22.svg"
            Content-Type: image/svg+xml

            <svg>zwei</svg>
            --BOUNDARY
            Content-Disposition: form-data; name="pages"; filename="1.svg"
            Content-Type: image/svg+xml

            <svg>eins</svg>
            --BOUNDARY--
            """);
  }

  @Test
  void readsAJobWithEverythingThatTheApiTells() throws Exception {
    api.replies(
        200,
        """
        {"id":"j1","title":"T","state":"partially_succeeded","conversion":"succeeded",
         "delivery":{"status":"succeeded","fileId":"f","link":"https://drive/f"},
         "pages":{"total":3,"queued":0,"converting":0,"succeeded":1,"degraded":1,"failed":1},
         "stages":{"queueMs":1,"convertMs":2,"packageMs":3,"deliverMs":null,"totalMs":9},
         "traceId":"0af7651916cd43dd8448eb211c80319c","somethingNew":true}
        """);
    Job job = client.job("j1");
    assertThat(job.finished()).isTrue();
    assertThat(job.succeeded()).isFalse();
    assertThat(job.pages().finished()).isEqualTo(3);
    assertThat(job.stages().packageMs()).isEqualTo(3L);
    assertThat(job.stages().deliverMs()).isNull();
    assertThat(job.delivery().link()).isEqualTo("https://drive/f");
  }

  @Test
  void tellsWhatTheApiSaysWhenItRefuses() {
    api.replies(
        401,
        "application/problem+json",
        "{\"code\":\"UNAUTHENTICATED\",\"title\":\"No\",\"detail\":\"The key is not known.\"}");
    assertThatThrownBy(() -> client.job("j1"))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.problem().code()).isEqualTo("UNAUTHENTICATED");
            })
        .hasMessage("The key is not known. [UNAUTHENTICATED] (HTTP 401)");
  }

  @Test
  void saysSoWhenSomebodyElseAnswers() {
    api.replies(502, "text/html", "<h1>Bad gateway</h1>");
    assertThatThrownBy(() -> client.job("j1"))
        .isInstanceOf(RequestRefused.class)
        .hasMessage("the answer is not Deckmill's (HTTP 502)");
  }

  @Test
  void saysWhereNothingAnswers() {
    api.close();
    assertThatThrownBy(() -> client.job("j1"))
        .isInstanceOf(DeckmillUnreachable.class)
        .hasMessageContaining(api.url().toString())
        .hasMessageContaining("./deckmill up");
  }

  @Test
  void keepsAnIdWithinItsAddress() throws Exception {
    api.replies(200, "{\"id\":\"x\",\"state\":\"queued\"}");
    client.job("../keys?x=1");
    assertThat(api.asked().getFirst().path()).isEqualTo("/v1/jobs/..%2Fkeys%3Fx%3D1");
  }

  @Test
  void writesTheDeckWholeOrNotAtAll() throws Exception {
    api.replies(200, "application/octet-stream", "deck");
    api.replies(409, "application/problem+json", "{\"code\":\"RESULT_NOT_READY\"}");
    Path target = directory.resolve("new").resolve("deck.pptx");

    client.download("j1", target);
    assertThat(target).hasContent("deck");
    assertThatThrownBy(() -> client.download("j1", target)).isInstanceOf(RequestRefused.class);
    assertThat(target).hasContent("deck");
    assertThat(directory.resolve("new")).isDirectoryNotContaining("glob:**.part");
  }
}
