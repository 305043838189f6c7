package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.HttpReadiness;
import dev.deckmill.allinone.process.Launch;
import dev.deckmill.localservers.LocalPostgres.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * With which settings each process of a local set starts; deploy/ says the same for Compose, but
 * for heaps.
 */
final class ServiceLaunches {
  private static final Duration SHORT_GRACE = Duration.ofSeconds(15);

  /** For those that write an archive, or what one is made of, at their end. */
  private static final Duration LONG_GRACE = Duration.ofMinutes(2);

  /** As for the converter's children: compiled sooner, and as fast afterwards (ADR 0012). */
  private static final List<String> COMPILED_SOONER =
      List.of("-XX:FreqInlineSize=100", "-XX:InlineSmallCode=1000");

  private static final String LINK_TOKEN = "drive-link-token";
  private static final String FETCHES = "DECKMILL_ROLES_FETCH";
  private static final String SPANS_TO = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String SPANS_HEADERS = "QUARKUS_OTEL_EXPORTER_OTLP_HEADERS";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Installation installation;
  private final StartupArchive archive;
  private final DataDirectory data;
  private final Lifetime lifetime;
  private final URI api;
  private final Map<String, String> environment;

  /**
   * @param api where the API will answer, which also keeps the spans of all services
   * @param environment set for every service, and stronger than what is set here
   */
  ServiceLaunches(
      Installation installation,
      DataDirectory data,
      Lifetime lifetime,
      URI api,
      Map<String, String> environment) {
    this.installation = installation;
    this.archive = installation.startupArchive();
    this.data = data;
    this.lifetime = lifetime;
    this.api = api;
    this.environment = environment;
  }

  Launch fakeDrive(int port) throws IOException {
    List<String> command =
        List.of(
            installation.java().toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            installation.fakeDriveClassPath(),
            "dev.deckmill.fakedrive.FakeDriveMain",
            "--port",
            Integer.toString(port),
            "--data",
            data.directory("drive").toString(),
            "--with-parent");
    return new Launch(
        "fake-drive",
        command,
        Map.of(),
        data.log("fake-drive"),
        new PortReadiness(port),
        SHORT_GRACE);
  }

  /**
   * @param delivery where drive-service answers
   */
  Launch api(int port, int delivery, String kafka, Database database) throws IOException {
    Map<String, String> settings = withDatabase(database, Role.APP);
    source(settings, "QUARKUS_DATASOURCE_WORKER_", database, Role.WORKER);
    settings.put("DECKMILL_API_BOOTSTRAP_KEY", data.apiKey());
    settings.put("DECKMILL_SPANS_TOKEN", data.spansToken());
    settings.put("DECKMILL_API_DRIVE_LINK_URL", "http://127.0.0.1:" + delivery);
    settings.put("DECKMILL_API_DRIVE_LINK_TOKEN", data.secret(LINK_TOKEN));
    return service("api-service", new Heap(384, 192), port, kafka, settings);
  }

  /** Whether a process of its own fetches pages by their URLs; a demo has no such pages. */
  boolean fetchApart() {
    String inherited = System.getenv().getOrDefault(FETCHES, "false");
    boolean byApi = Boolean.parseBoolean(environment.getOrDefault(FETCHES, inherited));
    return switch (lifetime) {
      case BRIEF, PREPARING -> false;
      case LASTING -> !byApi;
    };
  }

  /** The API's program in the one role that needs no database; no setting changes that. */
  Launch fetcher(int port, String kafka) throws IOException {
    Launch api = service("api-service", new Heap(128, 40), port, kafka, Map.of());
    Map<String, String> settings = new HashMap<>(api.environment());
    settings.putAll(
        Map.of("DECKMILL_ROLES_API", "false", FETCHES, "true", "OTEL_SERVICE_NAME", "fetch"));
    return new Launch(
        "fetch", api.command(), settings, data.log("fetch"), api.readiness(), api.grace());
  }

  Launch converter(int port, String kafka) throws IOException {
    return service("converter-service", new Heap(256, 128), port, kafka, Map.of());
  }

  Launch packager(int port, String kafka) throws IOException {
    // It streams: a deck of 10,000 slides needs no more than this.
    return service("packager-service", new Heap(128, 64), port, kafka, Map.of());
  }

  Launch drive(int port, String kafka, Database database, URI drive) throws IOException {
    Map<String, String> settings = withDatabase(database, Role.APP);
    settings.put("DECKMILL_DRIVE_LINK_TOKEN", data.secret(LINK_TOKEN));
    if (standInForDrive()) {
      settings.put("DECKMILL_DRIVE_ROOT_URL", drive + "/");
      settings.put("DECKMILL_DRIVE_AUTH", "none");
      // It has no quotas, and what this machine can do is not to be held to Google's.
      settings.put("DECKMILL_DRIVE_LIMITER_QUERIES_PER_SECOND", "1000");
    }
    return service("drive-service", new Heap(160, 52), port, kafka, settings);
  }

  /**
   * Settings for Google in the environment, which the services inherit, go before the stand-in, but
   * for a set whose deck nobody wants.
   */
  private boolean standInForDrive() {
    return switch (lifetime) {
      case PREPARING -> true;
      case BRIEF, LASTING -> System.getenv("DECKMILL_DRIVE_AUTH") == null;
    };
  }

  /** Its own source, and the owner's, which migrates its schema. */
  private static Map<String, String> withDatabase(Database database, Role role) {
    Map<String, String> settings = new HashMap<>();
    source(settings, "QUARKUS_DATASOURCE_", database, role);
    source(settings, "QUARKUS_DATASOURCE_OWNER_", database, Role.OWNER);
    return settings;
  }

  private static void source(
      Map<String, String> settings, String prefix, Database database, Role role) {
    settings.put(prefix + "JDBC_URL", database.jdbcUrl());
    settings.put(prefix + "USERNAME", role.user());
    settings.put(prefix + "PASSWORD", database.password(role));
  }

  /**
   * A collector that is set in the environment, which the services inherit, gets the spans instead
   * of the API, but for those of a set that only prepares; the token is not for it.
   */
  private boolean keepsSpans() {
    return switch (lifetime) {
      case PREPARING -> true;
      case BRIEF, LASTING -> System.getenv(SPANS_TO) == null && !environment.containsKey(SPANS_TO);
    };
  }

  private Duration grace() {
    return switch (lifetime) {
      case BRIEF, PREPARING -> LONG_GRACE;
      case LASTING -> SHORT_GRACE;
    };
  }

  /**
   * A service's heap. Each collection of new objects costs about the same, 15 to 20 ms, however few
   * of them are left: the more room they have, the fewer collections.
   */
  private record Heap(int megabytes, int youngMegabytes) {}

  private Launch service(
      String name, Heap heap, int port, String kafka, Map<String, String> settings)
      throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    all.put("DECKMILL_BLOBS_DIRECTORY", data.directory("blobs").toString());
    if (keepsSpans()) {
      all.put(SPANS_TO, api.toString());
      all.put(SPANS_HEADERS, "authorization=Bearer " + data.spansToken());
    }
    all.putAll(environment);
    URI health = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    return new Launch(
        name, jvm(name, heap), all, data.log(name), new HttpReadiness(http, health), grace());
  }

  private List<String> jvm(String name, Heap heap) throws IOException {
    Path jar = installation.serviceJar(name);
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.add("-Xmx" + heap.megabytes() + "m");
    command.add("-Xmn" + heap.youngMegabytes() + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    switch (lifetime) {
      case BRIEF -> {
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(archive.usingOrLeaving(name, jar));
      }
      case LASTING -> {
        command.addAll(COMPILED_SOONER);
        command.addAll(archive.using(name, jar));
      }
      case PREPARING -> {
        command.addAll(COMPILED_SOONER);
        command.addAll(StartupArchive.recording(StartupPreparation.recording(data, name)));
      }
    }
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
