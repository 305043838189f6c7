package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.HttpReadiness;
import dev.deckmill.allinone.process.Launch;
import dev.deckmill.localservers.LocalPostgres.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** With which settings each process of a local set starts; deploy/ says the same for Compose. */
final class ServiceLaunches {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Installation installation;
  private final StartupArchive archive;
  private final DataDirectory data;
  private final Map<String, String> environment;

  /**
   * @param environment set for every service, and stronger than what is set here
   */
  ServiceLaunches(Installation installation, DataDirectory data, Map<String, String> environment) {
    this.installation = installation;
    this.archive = new StartupArchive(installation.cache());
    this.data = data;
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
            data.directory("drive").toString());
    return new Launch(
        "fake-drive", command, Map.of(), data.log("fake-drive"), new PortReadiness(port));
  }

  Launch api(int port, String kafka, Database database) throws IOException {
    Map<String, String> settings = withDatabase(database);
    settings.put("DECKMILL_API_BOOTSTRAP_KEY", data.apiKey());
    return service("api-service", "256m", port, kafka, settings);
  }

  Launch converter(int port, String kafka) throws IOException {
    return service("converter-service", "160m", port, kafka, Map.of());
  }

  Launch packager(int port, String kafka) throws IOException {
    return service("packager-service", "160m", port, kafka, Map.of());
  }

  Launch drive(int port, String kafka, Database database, URI drive) throws IOException {
    Map<String, String> settings = withDatabase(database);
    settings.put("DECKMILL_DRIVE_ROOT_URL", drive.toString());
    settings.put("DECKMILL_DRIVE_AUTH", "none");
    return service("drive-service", "160m", port, kafka, settings);
  }

  private static Map<String, String> withDatabase(Database database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password(Role.APP));
    settings.put("QUARKUS_DATASOURCE_OWNER_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_OWNER_PASSWORD", database.password(Role.OWNER));
    settings.put("QUARKUS_DATASOURCE_WORKER_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_WORKER_PASSWORD", database.password(Role.WORKER));
    return settings;
  }

  private Launch service(
      String name, String heap, int port, String kafka, Map<String, String> settings)
      throws IOException {
    var jar = installation.serviceJar(name);
    List<String> command = new ArrayList<>();
    command.add(installation.java().toString());
    command.add("-Xmx" + heap);
    command.add("-XX:+UseSerialGC");
    command.addAll(archive.flags(name, jar));
    command.addAll(List.of("-jar", jar.toString()));

    Map<String, String> all = new HashMap<>(settings);
    all.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    all.put("DECKMILL_BLOBS_DIRECTORY", data.directory("blobs").toString());
    all.putAll(environment);
    URI health = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    return new Launch(name, command, all, data.log(name), new HttpReadiness(http, health));
  }
}
