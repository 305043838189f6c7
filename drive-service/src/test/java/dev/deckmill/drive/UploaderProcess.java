package dev.deckmill.drive;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.google.DriveAccess;
import dev.deckmill.drive.store.TenantDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The uploader in a process of its own, so that it can be killed. Ends with 0 when the deck is
 * delivered.
 */
public final class UploaderProcess {
  private static final int CHUNK_ARGUMENT = 5;

  private UploaderProcess() {}

  /**
   * Starts one.
   *
   * @param everything whether all options are asked for
   * @param jvm options of its JVM
   */
  public static Process start(
      Rig rig, String job, long bytes, boolean everything, long chunk, String... jvm)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvm));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(UploaderProcess.class.getName());
    command.addAll(
        List.of(
            rig.fake.url().toString(),
            rig.tenant,
            job,
            Long.toString(bytes),
            Boolean.toString(everything),
            Long.toString(chunk)));
    ProcessBuilder builder = new ProcessBuilder(command);
    List<String> database = TestDatabase.access();
    builder.environment().put("TEST_DB_URL", database.get(0));
    builder.environment().put("TEST_DB_USER", database.get(1));
    builder.environment().put("TEST_DB_PASSWORD", database.get(2));
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(new File("target/uploader-process.log")));
    return builder.start();
  }

  /** Uploads into the folder {@code Decks}. */
  public static void main(String[] arguments) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(System.getenv("TEST_DB_URL"));
    database.setUser(System.getenv("TEST_DB_USER"));
    database.setPassword(System.getenv("TEST_DB_PASSWORD"));
    DriveConfig config =
        TestConfig.at(URI.create(arguments[0]), Map.of("chunk-bytes", arguments[CHUNK_ARGUMENT]));
    PatternBlobs blobs = new PatternBlobs();
    UploadDeck order =
        Orders.plain(blobs, arguments[1], arguments[2], Long.parseLong(arguments[3]), "Decks");
    if (Boolean.parseBoolean(arguments[4])) {
      order = Orders.with(order, Orders.everything(blobs, order.jobId()));
    }
    try (DriveAccess access = DriveAccess.open(config)) {
      DeckMessage answer =
          Rig.uploader(access, new TenantDatabase(database), blobs, config, Thread::sleep)
              .upload(order, new Silent());
      System.out.println(answer);
      System.exit(answer instanceof DeckUploaded ? 0 : 1);
    }
  }

  private static final class Silent implements DeliveryWatch {
    @Override
    public void begun(int attempt) {}

    @Override
    public void resumed(long bytesThere) {}

    @Override
    public void progressed(long bytesThere, long bytesInAll) {}

    @Override
    public void retrying(ErrorType type, Duration wait) {}
  }
}
