package dev.deckmill.drive;

import dev.deckmill.fakedrive.FakeDrive;
import dev.deckmill.fakedrive.FakeDriveSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stand-in that wants tokens, and the service account that gets them there. */
public final class DriveResource implements QuarkusTestResourceLifecycleManager {
  /** How many calls a second the service may make. */
  static final int QUERIES_PER_SECOND = 100;

  private static @Nullable FakeDrive fake;
  private static @Nullable String shared;

  /** The stand-in of this test run. */
  static FakeDrive fake() {
    if (fake == null) {
      throw new IllegalStateException("The stand-in is not started yet");
    }
    return fake;
  }

  /** The shared drive that decks go to. */
  static String shared() {
    return String.valueOf(shared);
  }

  @Override
  public Map<String, String> start() {
    try {
      Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "drive");
      int port = freePort();
      String url = "http://127.0.0.1:" + port;
      fake =
          FakeDrive.start(
              FakeDriveSettings.defaults().withPort(port).requiringTokens().withQuotaBytes(0));
      shared = fake.addSharedDrive("Company");
      Path key = Files.writeString(dir.resolve("account.json"), accountKey(url + "/token"));
      Path seal = Files.write(dir.resolve("seal.key"), new byte[32]);
      return Map.ofEntries(
          Map.entry("deckmill.drive.root-url", url),
          Map.entry("deckmill.drive.auth", "service-account"),
          Map.entry("deckmill.drive.service-account.key-file", key.toString()),
          Map.entry("deckmill.drive.seal-key-file", seal.toString()),
          Map.entry("deckmill.drive.root-folder", shared()),
          Map.entry("deckmill.drive.chunk-bytes", "262144"),
          Map.entry("deckmill.drive.retry.first-delay", "10ms"),
          Map.entry(
              "deckmill.drive.limiter.queries-per-second", Integer.toString(QUERIES_PER_SECOND)),
          // Whatever could be logged, is.
          Map.entry("quarkus.log.level", "DEBUG"),
          Map.entry("quarkus.log.console.level", "INFO"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key file of a service account that was made just now. */
  public static String accountKey(String tokenUri) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      byte[] key = keys.generateKeyPair().getPrivate().getEncoded();
      return """
          {"type": "service_account", "project_id": "p", "private_key_id": "k",
           "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
           "client_email": "decks@p.example", "client_id": "1", "token_uri": "%s"}
          """
          .formatted(Base64.getEncoder().encodeToString(key), tokenUri);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  /** A port that was free a moment ago: the key file names it before the stand-in has it. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    if (fake != null) {
      fake.close();
    }
  }
}
