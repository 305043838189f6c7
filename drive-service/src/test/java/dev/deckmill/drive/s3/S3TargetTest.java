package dev.deckmill.drive.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.drive.PatternBlobs;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.TestConfig;
import dev.deckmill.drive.TestDatabase;
import dev.deckmill.drive.Unwatched;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

@QuarkusTest
@Servers
class S3TargetTest {
  private static final int MB = 1024 * 1024;
  private static final String SECRET = "planted-s3-secret";

  @TempDir static Path shared;
  private static @Nullable MotoServer server;

  private final PatternBlobs blobs = new PatternBlobs();
  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final List<Long> progress = new ArrayList<>();

  @BeforeAll
  static void startServer() throws Exception {
    if (!MotoServer.available()) {
      return;
    }
    server = MotoServer.start(shared);
    assertThat(server.request("PUT", "/decks", "")).isEqualTo(200);
    Files.writeString(
        shared.resolve("credentials"),
        "[default]\naws_access_key_id = testing\naws_secret_access_key = " + SECRET + "\n");
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  /** For each test, not for all at once, or none of them would be counted as skipped. */
  @BeforeEach
  void needAServer() {
    assumeTrue(server != null, MotoServer.MISSING);
    progress.clear();
  }

  private static DriveConfig config(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("deckmill.drive.s3.bucket", "decks");
    all.put("deckmill.drive.s3.endpoint", String.valueOf(server == null ? "" : server.url()));
    all.put("deckmill.drive.s3.path-style", "true");
    all.put("deckmill.drive.s3.part-bytes", "5M");
    all.put("deckmill.drive.s3.credentials-file", shared.resolve("credentials").toString());
    more.forEach((key, value) -> all.put("deckmill.drive.s3." + key, value));
    return TestConfig.of(all);
  }

  private S3Target target(Map<String, String> more) {
    DriveConfig config = config(more);
    return new S3Target(config.s3(), config.timeouts(), TestDatabase.placedDecks(), blobs);
  }

  private UploadDeck order(String job, long bytes) {
    return order(job, blobs.deck(job.hashCode() & 0xffff, bytes));
  }

  private UploadDeck order(String job, BlobRef deck) {
    return new UploadDeck(
        job, tenant, deck, "Größe 1.pptx", List.of("Decks", "2026"), null, 1, null, DeckTarget.S3);
  }

  private Delivered deliver(UploadDeck order) throws DeliveryException {
    return target(Map.of()).deliver(order, new Watch());
  }

  private final class Watch extends Unwatched {
    @Override
    public void progressed(long bytesThere, long bytesInAll) {
      progress.add(bytesThere);
    }
  }

  private static S3Client client() {
    DriveConfig config = config(Map.of());
    return S3Access.open(config.s3(), config.timeouts());
  }

  private List<String> keys() {
    try (S3Client s3 = client()) {
      return s3.listObjectsV2(list -> list.bucket("decks").prefix(tenant)).contents().stream()
          .map(S3Object::key)
          .toList();
    }
  }

  private byte[] stored(String key) {
    try (S3Client s3 = client()) {
      return s3.getObjectAsBytes(get -> get.bucket("decks").key(key)).asByteArray();
    }
  }

  private byte[] bytes(BlobRef deck) throws IOException {
    try (InputStream in = blobs.open(deck)) {
      return in.readAllBytes();
    }
  }

  private void refuses(S3Target target, ErrorType type) {
    assertThatThrownBy(() -> target.deliver(order("refused", 10), new Watch()))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            e -> {
              assertThat(e.trouble().type()).isEqualTo(type);
              assertThat(e.trouble().detail()).contains("deckmill.drive.s3.");
            })
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void putsASmallDeckInOneRequest() throws Exception {
    UploadDeck order = order("job", 100_000);
    Delivered delivered = deliver(order);
    String key = tenant + "/Decks/2026/job/Größe 1.pptx";
    assertThat(delivered.fileId()).isEqualTo(key);
    assertThat(delivered.chunks()).isEqualTo(1);
    assertThat(keys()).containsExactly(key);
    assertThat(stored(key)).isEqualTo(bytes(order.deck()));
  }

  @Test
  void putsALargeDeckInParts() throws Exception {
    UploadDeck order = order("job", 12L * MB);
    Delivered delivered = deliver(order);
    assertThat(delivered.chunks()).isEqualTo(3);
    assertThat(progress).containsExactly(5L * MB, 10L * MB, 12L * MB);
    assertThat(stored(delivered.fileId())).isEqualTo(bytes(order.deck()));
  }

  @Test
  void leavesAloneWhatIsThereAlready() throws Exception {
    UploadDeck order = order("job", 1000);
    Delivered first = deliver(order);
    assertThat(deliver(order)).isEqualTo(first);
    // As after a kill between the last request and the note of it.
    org.jdbi.v3.core.Jdbi.create(TestDatabase.everything())
        .useHandle(
            handle ->
                handle.execute(
                    "update drive.placed_deck set finished_at = null where tenant = ?", tenant));
    progress.clear();
    deliver(order);
    assertThat(progress).as("nothing is sent again").isEmpty();
    assertThat(keys()).hasSize(1);
  }

  @Test
  void putsTheDeckOfALaterRunInPlaceOfTheEarlierOne() throws Exception {
    deliver(order("job", 1000));
    BlobRef changed = blobs.deck(77, 2000);
    deliver(order("job", changed));
    assertThat(keys()).hasSize(1);
    assertThat(stored(keys().getFirst())).isEqualTo(bytes(changed));
  }

  @Test
  void removesThePartsThatAKilledTryLeft() throws Exception {
    UploadDeck order = order("job", 6L * MB);
    String key = tenant + "/Decks/2026/job/Größe 1.pptx";
    try (S3Client s3 = client()) {
      s3.createMultipartUpload(create -> create.bucket("decks").key(key));
      deliver(order);
      assertThat(s3.listMultipartUploads(list -> list.bucket("decks").prefix(tenant)).uploads())
          .isEmpty();
    }
    assertThat(stored(key)).isEqualTo(bytes(order.deck()));
  }

  private List<MultipartUpload> unfinished() {
    try (S3Client s3 = client()) {
      return s3.listMultipartUploads(list -> list.bucket("decks").prefix(tenant)).uploads();
    }
  }

  @Test
  void leavesNoPartsOfATryThatFailed() {
    byte[] firstHalf = new byte[6 * MB];
    BlobRef cutOff = blobs.keep("cut-off", firstHalf);
    BlobRef whole = new BlobRef("cut-off", 0, 12L * MB, cutOff.sha256());
    assertThatThrownBy(() -> deliver(order("job", whole))).isInstanceOf(DeliveryException.class);
    assertThat(progress).as("a part was sent before it failed").containsExactly(5L * MB);
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void removesThePartsOfAKilledTryThoughTheNextOneFailsBeforeItSends() {
    UploadDeck order = order("job", 6L * MB);
    String key = tenant + "/Decks/2026/job/Größe 1.pptx";
    try (S3Client s3 = client()) {
      s3.createMultipartUpload(create -> create.bucket("decks").key(key));
    }
    blobs.lose(order.deck());
    assertThatThrownBy(() -> deliver(order)).isInstanceOf(DeliveryException.class);
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void linksToWhereTheBucketIsServed() throws Exception {
    Delivered delivered =
        target(Map.of("link-base", "https://files.example/", "prefix", "in/"))
            .deliver(order("job", 10), new Watch());
    assertThat(delivered.link())
        .contains(
            "https://files.example/in/" + tenant + "/Decks/2026/job/Gr%C3%B6%C3%9Fe%201.pptx");
  }

  @Test
  void saysHowToMendABucketThatIsNotThereOrAServerThatDoesNotAnswer() throws Exception {
    refuses(target(Map.of("bucket", "nobodys")), ErrorType.DRIVE_FOLDER);
    refuses(target(Map.of("endpoint", "http://127.0.0.1:1")), ErrorType.DRIVE_UNAVAILABLE);
  }

  @Test
  void startsWithWholeSettingsAlone() throws Exception {
    assertThatThrownBy(() -> target(Map.of("part-bytes", "1M")))
        .hasMessageContaining("deckmill.drive.s3.part-bytes");
    assertThatThrownBy(() -> target(Map.of("credentials-file", "/nowhere")))
        .hasMessageContaining("deckmill.drive.s3.credentials-file");
    Path other = Files.writeString(shared.resolve("other"), "[default]\nfoo = " + SECRET + "\n");
    assertThatThrownBy(() -> target(Map.of("credentials-file", other.toString())))
        .hasMessageContaining("aws_access_key_id")
        .hasStackTraceContaining("S3Access")
        .matches(e -> !String.valueOf(e.getMessage()).contains(SECRET));
  }
}
