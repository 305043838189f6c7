package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.FaultPlan;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Metadata;
import dev.deckmill.fakedrive.file.Shelf;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A running stand-in for Google Drive. Point a client's root URL at {@link #url()}. */
public final class FakeDrive implements AutoCloseable {
  static {
    // Read once, when the first server is made: without it every small answer on a kept connection
    // waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Optional<Path> temporary;
  private final FaultPlan plan = new FaultPlan();
  private final Journal journal = new Journal();
  private final Shelf shelf;
  private final DriveFiles files;
  private final Uploads uploads;
  private final Consents consents = new Consents();
  private final Tokens tokens;
  private final PermissionCalls permissions;
  private final URI url;

  private FakeDrive(FakeDriveSettings settings) throws IOException {
    server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
    url = URI.create("http://" + settings.host() + ":" + server.getAddress().getPort());
    temporary =
        settings.dataDir().isPresent()
            ? Optional.empty()
            : Optional.of(Files.createTempDirectory("fake-drive"));
    shelf = Shelf.open(settings.dataDir().or(() -> temporary).orElseThrow());
    files = new DriveFiles(shelf, settings.quotaBytes());
    uploads = new Uploads(files, shelf);
    tokens = new Tokens(settings.tokenRequired(), consents);
    Inspection inspection = new Inspection(files, shelf, journal, plan);
    FileCalls calls = new FileCalls(files, shelf);
    permissions = new PermissionCalls(files);
    Routes routes =
        new Routes(
            calls, permissions, new SharedDriveCalls(shelf), uploads, tokens, consents, inspection);
    server.createContext("/", new FrontDoor(routes, uploads, plan, journal, closing));
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts on the loopback.
   *
   * @param port the port, or 0 for a free one
   * @param dataDir where files are kept, or empty for a directory that {@link #close} removes
   */
  public static FakeDrive start(int port, Optional<Path> dataDir) throws IOException {
    FakeDriveSettings settings = FakeDriveSettings.defaults().withPort(port);
    return start(dataDir.map(settings::withDataDir).orElse(settings));
  }

  /** Starts as set up. */
  public static FakeDrive start(FakeDriveSettings settings) throws IOException {
    return new FakeDrive(settings);
  }

  /** Where it listens, without a slash at the end. */
  public URI url() {
    return url;
  }

  /** What will go wrong. */
  public FaultPlan faults() {
    return plan;
  }

  /** The latest calls, oldest first. */
  public List<Call> calls() {
    return journal.latest();
  }

  /** How often a call was made since the start. */
  public int count(CallKind kind) {
    return journal.count(kind);
  }

  /** How many mails about a shared file Drive would have sent. */
  public int mails() {
    return permissions.mails();
  }

  /** Bytes of content that came in, repeated ones counted again. */
  public long uploadedBytes() {
    return journal.bytes();
  }

  /** Every file that is not a folder, but for those in the bin. */
  public List<StoredFile> files() {
    return shelf.all().stream().filter(file -> !file.folder() && !file.trashed()).toList();
  }

  /** Every folder, the roots among them. */
  public List<StoredFile> folders() {
    return shelf.all().stream().filter(StoredFile::folder).toList();
  }

  /** The folder that the alias {@code root} stands for. */
  public String rootId() {
    return shelf.rootId();
  }

  /** Where a file's bytes lie; may be damaged by a test that wants to. */
  public Path content(String fileId) {
    return shelf.content(fileId);
  }

  /** Adds a shared drive and gives its id, which is its root folder's as well. */
  public String addSharedDrive(String name) {
    return shelf.addRoot(
        name, Optional.of("0A" + files.generateIds(1).get(0).substring(1, 14) + "Uk9PVA"));
  }

  /**
   * Adds a folder that somebody else made in a shared drive: a search shows it only to callers who
   * look through the whole drive. Gives its id.
   */
  public String addForeignFolder(String name, String parentId) {
    ObjectNode body = FileJson.JSON.createObjectNode();
    body.put("name", name);
    body.put("mimeType", StoredFile.FOLDER);
    body.putArray("parents").add(parentId);
    return files.createUnseen(Metadata.of(body)).id();
  }

  /** All open upload sessions expire. */
  public void expireSessions() {
    uploads.forgetAll();
  }

  /** All tokens that were handed out become invalid. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** The person takes back every consent: refresh tokens are good for nothing any more. */
  public void revokeConsents() {
    consents.revokeAll();
  }

  /** A refresh token, as if a person had agreed. */
  public String consent(String scope) {
    return consents.newRefreshToken(scope);
  }

  /** How many consents stand. */
  public int openConsents() {
    return consents.open();
  }

  /** Codes, tokens and session ids that no log or trace may show. */
  public Set<String> secrets() {
    Set<String> secrets = new HashSet<>(tokens.secrets());
    secrets.addAll(consents.secrets());
    secrets.addAll(uploads.secrets());
    return Set.copyOf(secrets);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    temporary.ifPresent(FakeDrive::remove);
  }

  private static void remove(Path dir) {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary files in " + dir + " could not be removed", e);
    }
  }
}
