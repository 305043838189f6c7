package dev.deckmill.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.delivery.DeckUploader;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.delivery.Pause;
import dev.deckmill.drive.google.GoogleDriveTarget;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.access.DriveGate;
import dev.deckmill.drive.store.SessionSeal;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.fakedrive.FakeDrive;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.fakedrive.file.StoredFile;
import dev.deckmill.service.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The uploader with everything real around it but Google and the clock: the real client, the
 * service's own way to a real PostgreSQL, the stand-in over HTTP. Each rig is a tenant of its own.
 */
public final class Rig implements AutoCloseable, DeliveryWatch {
  public final FakeDrive fake;
  public final PatternBlobs blobs = new PatternBlobs();
  public final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  public final List<Duration> waits = new CopyOnWriteArrayList<>();
  public final List<String> events = new CopyOnWriteArrayList<>();
  private final Map<String, String> config;
  private final List<DriveAccess> opened = new CopyOnWriteArrayList<>();

  public Rig(FakeDriveSettings settings, Map<String, String> config) throws IOException {
    this.fake = FakeDrive.start(settings);
    this.config = config;
  }

  public Rig() throws IOException {
    this(FakeDriveSettings.defaults(), Map.of());
  }

  /** An uploader as another process would have it: it knows what the database knows. */
  public DeckUploader uploader() {
    DriveConfig mapped = TestConfig.at(fake.url(), config);
    DriveAccess access = DriveAccess.open(mapped);
    opened.add(access);
    return uploader(access, blobs, mapped, waits::add);
  }

  /** The gate that the uploader made last sends its calls through. */
  public DriveGate gate() {
    return opened.get(opened.size() - 1).gate();
  }

  static DeckUploader uploader(
      DriveAccess access, BlobStore blobs, DriveConfig config, Pause pause) {
    UploadStore uploads = TestDatabase.uploads(SessionSeal.none());
    GoogleDriveTarget target =
        new GoogleDriveTarget(
            access,
            uploads,
            TestDatabase.folders(),
            TestDatabase.slides(),
            TestDatabase.pictures(),
            blobs,
            config);
    return new DeckUploader(target, config, pause);
  }

  /** Carries out an order with a new uploader. */
  public DeckMessage upload(UploadDeck order) throws InterruptedException {
    return uploader().upload(order, this);
  }

  /** An order for a deck of so many bytes. */
  public UploadDeck order(String job, long bytes, String... folders) {
    return Orders.plain(blobs, tenant, job, bytes, folders);
  }

  /** An order for such a deck with everything that can be asked for. */
  public UploadDeck orderWithAll(String job, long bytes, String... folders) {
    return Orders.with(order(job, bytes, folders), Orders.everything(blobs, job));
  }

  /** Whether there is exactly this one file, its bytes those of the deck. */
  public boolean holdsExactly(UploadDeck order) throws IOException {
    return fake.files().size() == 1
        && fake.files().get(0).name().equals(order.fileName())
        && md5(Files.newInputStream(fake.content(fake.files().get(0).id())))
            .equals(md5(blobs.open(order.deck())))
        && md5(blobs.open(order.deck())).equals(fake.files().get(0).md5());
  }

  /** Whether all that {@link #orderWithAll} asks for is there, and nothing of it twice. */
  public void assertHoldsAll(UploadDeck order) throws IOException {
    assertThat(fake.files())
        .extracting(StoredFile::name)
        .containsExactlyInAnyOrderElementsOf(Orders.namesOf(order));
    StoredFile deck = named(order.fileName());
    assertThat(deck.md5()).isEqualTo(md5(blobs.open(order.deck())));
    assertThat(deck.description()).isEqualTo(order.optionsOrNone().description());
    assertThat(deck.permissions())
        .extracting(given -> given.type() + " " + given.grantee() + " " + given.role())
        .containsExactlyInAnyOrder(
            "user ann@example.com writer", "domain example.org reader", "anyone null reader");
    assertThat(fake.mails()).isZero();
    StoredFile previews =
        fake.folders().stream()
            .filter(folder -> folder.name().equals("previews"))
            .findFirst()
            .orElseThrow();
    for (DeckPicture picture : Orders.pictures(blobs, order.jobId())) {
      StoredFile drawn = named("%s %04d.png".formatted(order.jobId(), picture.page()));
      assertThat(drawn.md5()).isEqualTo(md5(blobs.open(picture.file())));
      assertThat(drawn.parents()).containsExactly(previews.id());
    }
    assertThat(named(order.jobId()).mimeType())
        .isEqualTo("application/vnd.google-apps.presentation");
    assertThat(named(order.jobId()).parents()).isEqualTo(deck.parents());
    assertThat(fake.folders()).extracting(StoredFile::name).doesNotHaveDuplicates();
  }

  /** The one file of a name. */
  public StoredFile named(String name) {
    return fake.files().stream()
        .filter(file -> file.name().equals(name))
        .reduce(
            (one, other) -> {
              throw new AssertionError("two files are named " + name);
            })
        .orElseThrow(() -> new AssertionError("no file is named " + name));
  }

  private static String md5(InputStream bytes) throws IOException {
    try (DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("MD5"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void begun(int attempt) {
    events.add("begun " + attempt);
  }

  @Override
  public void resumed(long bytesThere) {
    events.add("resumed " + bytesThere);
  }

  @Override
  public void progressed(long bytesThere, long bytesInAll) {
    events.add("progressed " + bytesThere);
  }

  @Override
  public void retrying(ErrorType type, Duration wait) {
    events.add("retrying " + type);
  }

  @Override
  public void close() throws IOException {
    for (DriveAccess access : opened) {
      access.close();
    }
    fake.close();
  }
}
