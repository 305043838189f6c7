package dev.deckmill.drive;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeckUploader;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.google.DriveAccess;
import dev.deckmill.drive.google.GoogleDriveTarget;
import dev.deckmill.drive.store.FolderStore;
import dev.deckmill.drive.store.SessionSeal;
import dev.deckmill.drive.store.TenantDatabase;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.fakedrive.FakeDrive;
import dev.deckmill.fakedrive.FakeDriveSettings;
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
 * The uploader with everything real around it but Google and the clock: the real client, a real
 * PostgreSQL, the stand-in over HTTP. Each rig is a tenant of its own.
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
    TenantDatabase database = TestDatabase.tenants();
    DriveConfig mapped = TestConfig.at(fake.url(), config);
    DriveAccess access = DriveAccess.open(mapped);
    opened.add(access);
    UploadStore uploads = new UploadStore(database, SessionSeal.none());
    GoogleDriveTarget target =
        new GoogleDriveTarget(access, uploads, new FolderStore(database), blobs, mapped);
    return new DeckUploader(target, mapped, waits::add);
  }

  /** Carries out an order with a new uploader. */
  public DeckMessage upload(UploadDeck order) throws InterruptedException {
    return uploader().upload(order, this);
  }

  /** An order for a deck of so many bytes. */
  public UploadDeck order(String job, long bytes, String... folders) {
    return new UploadDeck(
        job,
        tenant,
        blobs.deck(job.hashCode() & 0xffffL, bytes),
        job + ".pptx",
        List.of(folders),
        null,
        1);
  }

  /** Whether there is exactly this one file, its bytes those of the deck. */
  public boolean holdsExactly(UploadDeck order) throws IOException {
    return fake.files().size() == 1
        && fake.files().get(0).name().equals(order.fileName())
        && md5(Files.newInputStream(fake.content(fake.files().get(0).id())))
            .equals(md5(blobs.open(order.deck())))
        && md5(blobs.open(order.deck())).equals(fake.files().get(0).md5());
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
