package dev.deckmill.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.allinone.deploy.EchoServer.Arrived;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatewayTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String VALID_TRACEPARENT =
      "00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private EchoServer service;
  private Gateway gateway;

  @BeforeAll
  void start(@TempDir Path dir) throws Exception {
    service = new EchoServer();
    gateway = Gateway.start(dir, service.address());
  }

  @AfterAll
  void stop() {
    if (gateway != null) {
      gateway.close();
    }
    service.close();
    client.close();
  }

  @BeforeEach
  void forget() {
    service.takeArrived();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/jobs",
        "/v1/jobs/7?after=%C3%A4%2Fb",
        "/v1/openapi",
        "/batch/jobs/batch_0123456789ab",
        "/analyze/features/supported"
      })
  void forwardsTheApiAsItWasAsked(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(200);
    assertThat(onlyArrived().pathAndQuery()).isEqualTo(path);
  }

  @Test
  void forwardsABodyUnchanged() throws Exception {
    var body = new byte[3_000_000];
    new Random(1).nextBytes(body);
    var request =
        HttpRequest.newBuilder(gateway.at("/v1/jobs")).POST(BodyPublishers.ofByteArray(body));
    assertThat(send(request).statusCode()).isEqualTo(200);
    assertThat(onlyArrived().body()).isEqualTo(ByteBuffer.wrap(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/q/health",
        "/q/metrics",
        "/v1",
        "/batch",
        "/analyze",
        "/v1/../q/metrics",
        "/v1/%2e%2e/q/metrics",
        "/v1/..%2fq/metrics",
        "/v1/traces",
        "/v1/traces/",
        "/v1//traces",
        "/v1/traces;a=b",
        "/v1/traces%3Ba",
        "/v1/jobs;a/7",
        "/%22%7D"
      })
  void hasNoOtherPaths(String path) throws Exception {
    var problem = ReceivedProblem.of(get(path));
    problem.assertIs(ErrorType.NOT_FOUND);
    assertThat(service.takeArrived()).isEmpty();
  }

  @Test
  void beginsATraceWhereNoneCame() throws Exception {
    get("/v1/jobs");
    Arrived first = onlyArrived();
    get("/v1/jobs");
    Arrived second = onlyArrived();
    assertThat(first.header("traceparent")).matches(VALID_TRACEPARENT);
    assertThat(second.header("traceparent"))
        .matches(VALID_TRACEPARENT)
        .isNotEqualTo(first.header("traceparent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + SPAN + "-00",
        "00-" + TRACE + "-" + SPAN + "-01",
        "01-" + TRACE + "-" + SPAN + "-01-later"
      })
  void continuesATraceThatCame(String traceparent) throws Exception {
    send(
        HttpRequest.newBuilder(gateway.at("/v1/jobs"))
            .header("traceparent", traceparent)
            .header("tracestate", "v=1"));
    Arrived arrived = onlyArrived();
    assertThat(arrived.header("traceparent")).isEqualTo(traceparent);
    assertThat(arrived.header("tracestate")).isEqualTo("v=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "00-" + TRACE + "-" + SPAN,
        "nonsense"
      })
  void replacesATraceThatIsNone(String traceparent) throws Exception {
    send(
        HttpRequest.newBuilder(gateway.at("/v1/jobs"))
            .header("traceparent", traceparent)
            .header("tracestate", "v=1"));
    Arrived arrived = onlyArrived();
    assertThat(arrived.header("traceparent")).matches(VALID_TRACEPARENT).doesNotContain(TRACE);
    assertThat(arrived.header("tracestate")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-User",
        "x-forwarded-user",
        "X-Forwarded-Email",
        "X-Forwarded-Groups",
        "X-Forwarded-Preferred-Username",
        "X-Forwarded-Access-Token",
        "X-Forwarded-Client-Cert",
        "X-Auth-Request-User",
        "X-Auth-Request-Email",
        "X-Authenticated-User",
        "X-Remote-User",
        "Remote-User",
        "X-User",
        "X-Tenant",
        "X-Tenant-Id",
        "X-Deckmill-Tenant",
        "Forwarded",
        "X-Real-Ip",
        "baggage",
        "X_Forwarded_User"
      })
  void takesAwayWhatCallersSayAboutThemselves(String header) throws Exception {
    send(HttpRequest.newBuilder(gateway.at("/v1/jobs")).header(header, "somebody"));
    assertThat(onlyArrived().headers().values())
        .noneMatch(values -> values.toString().contains("somebody"));
  }

  @Test
  void passesTheBearerTokenOnAndSaysItselfWhereTheRequestComesFrom() throws Exception {
    send(
        HttpRequest.newBuilder(gateway.at("/v1/jobs"))
            .header("Authorization", "Bearer k")
            .header("X-Forwarded-For", "192.0.2.7"));
    Arrived arrived = onlyArrived();
    assertThat(arrived.header("Authorization")).isEqualTo("Bearer k");
    assertThat(arrived.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
  }

  @Test
  void givesEachRequestAnIdThatServiceAndCallerBothSee() throws Exception {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(gateway.at("/v1/jobs")).header("X-Request-Id", "chosen"));
    String id = onlyArrived().header("X-Request-Id");
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(response.headers().allValues("X-Request-Id")).isEqualTo(List.of(id));
  }

  @Test
  void tellsAddressesThatHoldWhateverItsOwnSchemeAndPort() throws Exception {
    assertThat(get("/v1/jobs").headers().firstValue("Location")).hasValue("/v1/jobs/7");
  }

  @Test
  void namesTheTraceInEachAnswer() throws Exception {
    HttpResponse<String> response = get("/v1/jobs");
    String traceparent = onlyArrived().header("traceparent");
    assertThat(response.headers().allValues("X-Trace-Id"))
        .hasSize(1)
        .allMatch(traceparent::contains);
  }

  @Test
  void refusesABodyAboveTheLimitBeforeItComes() throws Exception {
    String head =
        "POST /v1/jobs HTTP/1.1\r\nHost: gateway\r\nContent-Length: %d\r\n\r\n"
            .formatted(100L * 1024 * 1024 + 1);
    RawExchange.of(gateway.port(), head).assertIs(ErrorType.LIMIT_JOB_BYTES);
    assertThat(service.takeArrived()).isEmpty();
  }

  @Test
  void holdsAFloodBack(@TempDir Path dir) throws Exception {
    try (Gateway flooded = Gateway.start(dir, service.address())) {
      HttpRequest.Builder post =
          HttpRequest.newBuilder(flooded.at("/v1/jobs")).POST(BodyPublishers.ofString("page"));
      HttpResponse<String> response = send(post);
      int let = 0;
      while (response.statusCode() == 200) {
        let++;
        response = send(post);
      }
      ReceivedProblem.of(response).assertIs(ErrorType.QUOTA_REQUESTS);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(service.takeArrived()).hasSize(let);
      // The reserve of submissions, and what time adds; that of requests is larger.
      assertThat(let).isBetween(41, 90);
      assertThat(send(HttpRequest.newBuilder(flooded.at("/v1/jobs/7"))).statusCode())
          .as("reading goes on")
          .isEqualTo(200);
    }
  }

  @Test
  void saysWhenTheApiIsAway(@TempDir Path dir) throws Exception {
    String closed;
    try (var gone = new EchoServer()) {
      closed = gone.address();
    }
    try (Gateway alone = Gateway.start(dir, closed)) {
      HttpResponse<String> response = send(HttpRequest.newBuilder(alone.at("/v1/jobs")));
      ReceivedProblem.of(response).assertIs(ErrorType.OVERLOADED);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }
  }

  @Test
  void logsNoCodeOfGoogleNotEvenWhenTheApiIsAway(@TempDir Path dir) throws Exception {
    String closed;
    try (var gone = new EchoServer()) {
      closed = gone.address();
    }
    try (Gateway alone = Gateway.start(dir, closed)) {
      String way = "/v1/drive/callback?state=planted-state&code=planted-code";
      assertThat(send(HttpRequest.newBuilder(alone.at(way))).statusCode()).isEqualTo(503);
      String beginning = "/v1/drive/consent?state=planted-state";
      assertThat(send(HttpRequest.newBuilder(alone.at(beginning))).statusCode()).isEqualTo(503);
    }
    assertThat(Files.readString(dir.resolve("log")))
        .contains("/v1/drive/callback")
        .contains("/v1/drive/consent")
        .doesNotContain("planted");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(gateway.at(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Arrived onlyArrived() {
    List<Arrived> arrived = service.takeArrived();
    assertThat(arrived).hasSize(1);
    return arrived.getFirst();
  }
}
