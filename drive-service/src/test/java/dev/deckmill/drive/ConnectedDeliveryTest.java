package dev.deckmill.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.contracts.connection.DriveConnection;
import dev.deckmill.contracts.connection.DriveConnection.State;
import dev.deckmill.contracts.connection.DrivePaths;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.fakedrive.FakeDrive;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.CapturedSpans;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestPostgres;
import dev.deckmill.service.testing.TestTopic;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service where each tenant connects an account of its own. */
@QuarkusTest
@WithTestResource(TestKafka.class)
@WithTestResource(TestPostgres.class)
@WithTestResource(ConnectedDeliveryTest.UserDrive.class)
class ConnectedDeliveryTest {
  private static final String LINK_TOKEN = "link-token-of-the-test-0123456789abcdef";

  /** A stand-in that wants tokens, and a service that has none of its own. */
  public static final class UserDrive implements QuarkusTestResourceLifecycleManager {
    private static @Nullable FakeDrive fake;

    static FakeDrive fake() {
      if (fake == null) {
        throw new IllegalStateException("The stand-in is not started yet");
      }
      return fake;
    }

    @Override
    public Map<String, String> start() {
      try {
        fake = FakeDrive.start(FakeDriveSettings.defaults().requiringTokens());
        Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "user");
        Map<String, String> all = new HashMap<>();
        UserMode.settings(dir, fake.url())
            .forEach((key, value) -> all.put("deckmill.drive." + key, value));
        all.put("deckmill.drive.root-url", fake.url().toString());
        all.put("deckmill.drive.link-token", LINK_TOKEN);
        all.put("deckmill.drive.chunk-bytes", "262144");
        // Whatever could be logged, is.
        all.put("quarkus.log.level", "DEBUG");
        all.put("quarkus.log.console.level", "INFO");
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {
      if (fake != null) {
        fake.close();
      }
    }
  }

  @Inject Publisher publisher;
  @Inject BlobStore blobs;
  @Inject CapturedSpans spans;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final String job = "job-" + tenant;
  private final String traceId = UUID.randomUUID().toString().replace("-", "");
  private TestTopic events;
  private CapturedLog log;

  @BeforeEach
  void open() {
    events = TestTopic.open(Topics.DECK_UPLOADED);
    log = new CapturedLog();
  }

  @AfterEach
  void close() {
    events.close();
    log.close();
  }

  private static Response ask(String method, String path, @Nullable Object body) {
    var request = RestAssured.given().header("Authorization", "Bearer " + LINK_TOKEN);
    return (body == null ? request : request.contentType(ContentType.JSON).body(body))
        .request(method, path);
  }

  private DriveConnection status() {
    return ask("GET", DrivePaths.CONNECTIONS + "/" + tenant, null).as(DriveConnection.class);
  }

  private void order() throws Exception {
    BlobRef deck = blobs.put("decks/" + job, new byte[300_000], Durability.DURABLE);
    SpanContext parent =
        SpanContext.create(
            traceId, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
    publisher
        .publish(
            new Outgoing(
                "order-" + job,
                Topics.DECK_UPLOAD,
                job,
                new UploadDeck(job, tenant, deck, "Deck.pptx", List.of("Decks"), null, 1),
                Context.root().with(Span.wrap(parent))))
        .toCompletableFuture()
        .get();
  }

  @Test
  void connectsAnAccountDeliversIntoItAndGivesItBackWithoutTellingASecret() throws Exception {
    assertThat(status().state()).isEqualTo(State.NONE);
    ConsentPage page =
        ask("POST", DrivePaths.CONNECTIONS + "/" + tenant, null).as(ConsentPage.class);
    String state = page.address().substring(page.address().indexOf("state=") + 6);
    ConsentPage google =
        ask("POST", DrivePaths.CONSENT_PAGES, new ConsentOpened(state, Browser.BROWSER))
            .as(ConsentPage.class);
    ConsentGiven given = Browser.agree(google.address());
    Set<String> secrets = new HashSet<>(List.of(given.state(), String.valueOf(given.code())));
    DriveConnection connected = ask("POST", DrivePaths.CONSENTS, given).as(DriveConnection.class);
    assertThat(connected.state()).isEqualTo(State.CONNECTED);
    assertThat(ask("POST", DrivePaths.CONSENTS, given).statusCode())
        .as("a state comes once")
        .isEqualTo(400);

    order();
    ConsumerRecord<String, byte[]> answer =
        events.await(1, record -> record.key().equals(job) && isDelivered(record)).get(0);
    assertThat(Wire.read(answer.value(), DeckUploaded.class).bytes()).isEqualTo(300_000);
    assertThat(UserDrive.fake().files()).extracting(file -> file.name()).contains("Deck.pptx");
    assertThat(ask("GET", DrivePaths.CHECKS + "/" + tenant, null).as(DriveCheckReport.class).good())
        .isTrue();

    secrets.addAll(UserDrive.fake().secrets());
    assertThat(
            ask("DELETE", DrivePaths.CONNECTIONS + "/" + tenant, null)
                .as(DriveConnection.class)
                .state())
        .isEqualTo(State.NONE);
    String said = String.join("\n", log.lines()) + spans.ofTrace(traceId);
    assertThat(log.lines()).isNotEmpty();
    assertThat(secrets).as("state, code, refresh and access token").hasSizeGreaterThan(3);
    secrets.forEach(secret -> assertThat(said).doesNotContain(secret));
    assertThat(said)
        .doesNotContain("GOCSPX")
        .doesNotContain(LINK_TOKEN)
        .doesNotContain("code_verifier");
  }

  /** Before that, others tell how far it is. */
  private static boolean isDelivered(ConsumerRecord<String, byte[]> record) {
    return TestTopic.header(record, "ce_type").equals(MessageType.DECK_UPLOADED.ceType());
  }

  @Test
  void answersNobodyWithoutTheLinksToken() {
    for (String authorization : List.of("", "Bearer wrong", "Basic " + LINK_TOKEN)) {
      RestAssured.given()
          .header("Authorization", authorization)
          .get(DrivePaths.CONNECTIONS + "/" + tenant)
          .then()
          .statusCode(401);
    }
  }

  @Test
  void takesNoConsentThatIsNone() {
    assertThat(ask("POST", DrivePaths.CONSENTS, Map.of("code", "4/x")).statusCode()).isEqualTo(400);
    Response refused =
        ask(
            "POST",
            DrivePaths.CONSENTS,
            new ConsentGiven("unknown", "4/x", null, null, Browser.BROWSER));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("type")).isEqualTo("DELIVERY_STATE");
  }

  @Test
  void saysWhoseAccountsDecksGoTo() {
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'drive' }.data.access",
            org.hamcrest.Matchers.is("USER at 127.0.0.1"));
  }
}
