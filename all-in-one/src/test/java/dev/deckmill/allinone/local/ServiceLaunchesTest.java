package dev.deckmill.allinone.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckmill.allinone.deploy.DeployFiles;
import dev.deckmill.allinone.process.Launch;
import dev.deckmill.localservers.LocalPostgres.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServiceLaunchesTest {
  private static final String KAFKA = "127.0.0.1:9092";

  @TempDir private Path directory;

  private static final URI API = URI.create("http://127.0.0.1:1");

  private DataDirectory data;
  private ServiceLaunches launches;

  @BeforeEach
  void install() throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    for (String service : List.of("api", "converter", "packager", "drive")) {
      Path jars = Files.createDirectories(home.resolve("services").resolve(service + "-service"));
      Files.createFile(jars.resolve("quarkus-run.jar"));
    }
    Files.createDirectory(home.resolve("fake-drive"));
    data = DataDirectory.open(directory.resolve("data"));
    var installation = new Installation(home, Path.of("java"));
    launches = new ServiceLaunches(installation, data, Lifetime.LASTING, API, Map.of());
  }

  @AfterEach
  void release() throws Exception {
    data.close();
  }

  @Test
  void givesEachServiceThePasswordsThatComposeGivesItAndNoOther() throws Exception {
    JsonNode compose = DeployFiles.yaml("docker-compose.yml").path("services");
    for (Launch launch : services()) {
      var there = new TreeSet<String>();
      compose.path(launch.name()).path("environment").fieldNames().forEachRemaining(there::add);
      there.removeIf(name -> !name.endsWith("_PASSWORD"));
      var here = new TreeSet<>(launch.environment().keySet());
      here.removeIf(name -> !name.endsWith("_PASSWORD"));
      assertThat(here).as(launch.name()).isEqualTo(there);
    }
  }

  @Test
  void everyServiceSendsItsSpansToTheApi() throws Exception {
    assertThat(services())
        .allSatisfy(
            launch ->
                assertThat(launch.environment())
                    .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", API.toString()));
  }

  @Test
  void onlyTheApiGetsThePasswordOfTheRoleThatSeesAllTenants() throws Exception {
    assertThat(services())
        .filteredOn(launch -> launch.environment().containsValue(password(Role.WORKER)))
        .extracting(Launch::name)
        .containsExactly("api-service");
    assertThat(services())
        .noneMatch(launch -> launch.environment().containsValue(password(Role.SUPERUSER)));
  }

  @Test
  void whoOnlyFetchesHasNoDatabaseWhateverIsSetForAll() throws Exception {
    var installation = new Installation(directory.resolve("home"), Path.of("java"));
    var roles = Map.of("DECKMILL_ROLES_API", "true", "DECKMILL_ROLES_FETCH", "false");
    launches = new ServiceLaunches(installation, data, Lifetime.LASTING, API, roles);
    Launch fetcher = launches.fetcher(6, KAFKA);
    assertThat(fetcher.environment())
        .containsEntry("DECKMILL_ROLES_API", "false")
        .containsEntry("DECKMILL_ROLES_FETCH", "true");
    assertThat(fetcher.environment().keySet()).noneMatch(name -> name.contains("DATASOURCE"));
  }

  @Test
  void fetchesApartUnlessTheApiIsToOrTheSetIsBrief() {
    assertThat(launches.fetchApart()).isTrue();
    var installation = new Installation(directory.resolve("home"), Path.of("java"));
    var byApi = Map.of("DECKMILL_ROLES_FETCH", "true");
    launches = new ServiceLaunches(installation, data, Lifetime.LASTING, API, byApi);
    assertThat(launches.fetchApart()).isFalse();
    launches = new ServiceLaunches(installation, data, Lifetime.BRIEF, API, Map.of());
    assertThat(launches.fetchApart()).isFalse();
  }

  @Test
  void aProcessWithoutMemoryEndsInsteadOfGoingOnHalfDead() throws Exception {
    assertThat(services())
        .allSatisfy(launch -> assertThat(launch.command()).contains("-XX:+ExitOnOutOfMemoryError"));
  }

  @Test
  void theStandInForDriveEndsWithUs() throws Exception {
    assertThat(launches.fakeDrive(1).command()).contains("--with-parent");
  }

  private List<Launch> services() throws Exception {
    var database = new Passwords();
    return List.of(
        launches.api(1, 4, KAFKA, database),
        launches.converter(2, KAFKA),
        launches.packager(3, KAFKA),
        launches.drive(4, KAFKA, database, URI.create("http://127.0.0.1:5")),
        launches.fetcher(6, KAFKA));
  }

  private static String password(Role role) {
    return "of " + role;
  }

  /** Of a server that nobody needs here. */
  private static final class Passwords implements Database {
    @Override
    public String jdbcUrl() {
      return "jdbc:postgresql://127.0.0.1:5432/deckmill";
    }

    @Override
    public String password(Role role) {
      return ServiceLaunchesTest.password(role);
    }
  }
}
