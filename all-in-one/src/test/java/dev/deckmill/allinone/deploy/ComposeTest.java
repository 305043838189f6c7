package dev.deckmill.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckmill.allinone.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class ComposeTest {
  private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z0-9_]+)([^}]*)}");
  private static final Pattern BROKER = Pattern.compile("kafka_2\\.13-([0-9.]+)\\.jar");
  private static final Set<String> ONE_SHOT = Set.of("topics", "roles");

  /** Their images hold no program that could ask. */
  private static final Set<String> WITHOUT_HEALTH = Set.of("otel-collector", "jaeger");

  /** Compose's own, of which a file of Compose needn't speak. */
  private static final Set<String> OF_COMPOSE = Set.of("COMPOSE_PROFILES");

  private final JsonNode compose = DeployFiles.yaml("docker-compose.yml");
  private final JsonNode services = compose.path("services");

  @Test
  void publishesPortsOfTheGatewayAlone() {
    assertThat(namesWhere(service -> service.has("ports"))).containsExactly("gateway");
    assertThat(namesWhere(service -> service.has("network_mode"))).isEmpty();
  }

  /** What the tests have seen work together is what is deployed. */
  @Test
  void runsTheBrokerThatTheTestsRun() throws IOException {
    Path servers = Path.of(System.getProperty("deckmill.servers.home"));
    try (Stream<Path> jars = Files.walk(servers)) {
      List<String> tested =
          jars.map(jar -> BROKER.matcher(jar.getFileName().toString()))
              .filter(Matcher::matches)
              .map(found -> "apache/kafka:" + found.group(1))
              .distinct()
              .toList();
      assertThat(tested).hasSize(1);
      assertThat(services.findValuesAsText("image"))
          .filteredOn(image -> image.startsWith("apache/kafka"))
          .isNotEmpty()
          .containsOnly(tested.getFirst());
    }
  }

  @Test
  void keepsTheOperatorsPortOnLoopback() {
    assertThat(texts(services.at("/gateway/ports")))
        .contains("${DECKMILL_JAEGER_LISTEN:-127.0.0.1:16686}:16686");
  }

  @Test
  void holdsEveryServiceOfTheReactorAsAnImageOfItsOwn() {
    List<String> modules =
        Pattern.compile("<module>([a-z-]+-service)</module>")
            .matcher(ProjectFiles.text("pom.xml"))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(modules).isNotEmpty();
    assertThat(namesOfServices()).containsExactlyInAnyOrderElementsOf(modules);
    String dockerfile = ProjectFiles.text("deploy/docker/Dockerfile");
    for (String module : modules) {
      assertThat(services.path(module).at("/build/target").asText()).isEqualTo(module);
      assertThat(dockerfile)
          .contains("AS " + module + "\n")
          .contains("COPY --from=build /src/" + module + "/target/quarkus-app/ ./");
    }
  }

  @Test
  void everythingRunsWithoutRootAndWithoutRightsOnAReadOnlyRoot() {
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      JsonNode it = service.getValue();
      assertThat(it.path("user").asText()).as(service.getKey()).matches("[1-9][0-9]*:[1-9][0-9]*");
      assertThat(it.path("read_only").asBoolean()).as(service.getKey()).isTrue();
      assertThat(texts(it.path("cap_drop"))).as(service.getKey()).containsExactly("ALL");
      assertThat(texts(it.path("security_opt")))
          .as(service.getKey())
          .contains("no-new-privileges:true");
      assertThat(it.has("privileged")).as(service.getKey()).isFalse();
    }
  }

  @Test
  void everythingThatStaysIsAskedForItsHealth() {
    Set<String> withHealth = new TreeSet<>(namesWhere(service -> service.has("healthcheck")));
    Set<String> expected = new TreeSet<>(namesWhere(service -> true));
    expected.removeAll(ONE_SHOT);
    expected.removeAll(WITHOUT_HEALTH);
    assertThat(withHealth).isEqualTo(expected);
  }

  @Test
  void servicesWaitForTopicsAndRoles() {
    for (String name : namesOfServices()) {
      JsonNode needs = services.path(name).path("depends_on");
      assertThat(needs.at("/topics/condition").asText())
          .isEqualTo("service_completed_successfully");
      if (texts(services.path(name).path("networks")).contains("database")) {
        assertThat(needs.at("/roles/condition").asText())
            .isEqualTo("service_completed_successfully");
      }
    }
  }

  @Test
  void convertersReachNeitherTheDatabaseNorTheWorld() {
    assertThat(texts(services.at("/converter-service/networks"))).containsExactly("messages");
    assertThat(compose.at("/networks/messages/internal").asBoolean()).isTrue();
  }

  @Test
  void onlyTheGatewayDriveAndTheFetcherHaveAWayToTheWorld() {
    List<String> open =
        compose.path("networks").properties().stream()
            .filter(network -> !network.getValue().path("internal").asBoolean())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(
            namesWhere(
                service -> texts(service.path("networks")).stream().anyMatch(open::contains)))
        .containsExactlyInAnyOrder("gateway", "drive-service", "fetch");
  }

  @Test
  void whoFetchesReachesNoDatabaseAndNobodyElseFetches() {
    assertThat(texts(services.at("/fetch/networks"))).doesNotContain("database", "front");
    assertThat(services.at("/fetch/environment/DECKMILL_ROLES_API").asText()).isEqualTo("false");
    assertThat(services.at("/fetch/environment/DECKMILL_ROLES_FETCH").asText()).isEqualTo("true");
    assertThat(services.at("/fetch/image")).isEqualTo(services.at("/api-service/image"));
    assertThat(services.at("/api-service/environment/DECKMILL_ROLES_FETCH").asText())
        .isEqualTo("false");
  }

  @Test
  void holdsNoSecretAndNoDefaultForOne() {
    var secrets = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      for (Map.Entry<String, JsonNode> variable :
          service.getValue().path("environment").properties()) {
        if (variable.getKey().matches(".*(PASSWORD|_KEY|SECRET|TOKEN)")
            || variable.getKey().equals("PGOPTIONS")) {
          secrets.add(variable.getValue().asText());
        }
      }
    }
    assertThat(secrets).isNotEmpty();
    for (String secret : secrets) {
      List<String> fallbacks =
          SETTING.matcher(secret).results().map(found -> found.group(2)).toList();
      assertThat(fallbacks).as(secret).isNotEmpty().allMatch(fallback -> fallback.startsWith(":?"));
    }
  }

  @Test
  void theExampleOfTheSettingsNamesEachAndHoldsNoSecret() {
    List<String> lines = DeployFiles.lines("deploy/env.example");
    Set<String> named =
        lines.stream()
            .map(line -> line.substring(0, line.indexOf('=')))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used =
        SETTING
            .matcher(ProjectFiles.text("docker-compose.yml"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    used.addAll(OF_COMPOSE);
    assertThat(named).isEqualTo(used);
    assertThat(lines.stream().filter(line -> line.matches(".*(PASSWORD|_KEY)=.*")))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("="));
  }

  @Test
  void mountsOnlyWhatIsThere() {
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      for (String mount : texts(service.getValue().path("volumes"))) {
        String source = mount.substring(0, mount.indexOf(':'));
        if (source.startsWith("./")) {
          assertThat(ProjectFiles.at(source)).as(service.getKey()).isDirectory();
          assertThat(mount).as("a file of the project stays as it is").endsWith(":ro");
        } else {
          assertThat(compose.path("volumes").has(source)).as(mount).isTrue();
        }
      }
    }
  }

  @Test
  void allServicesShareOneBlobStore() {
    for (String name : namesOfServices()) {
      String directory = services.path(name).at("/environment/DECKMILL_BLOBS_DIRECTORY").asText();
      assertThat(texts(services.path(name).path("volumes"))).contains("blobs:" + directory);
    }
  }

  @Test
  void theStandInForDriveIsThereOnlyWhenAskedFor() {
    assertThat(texts(services.at("/fake-drive/profiles"))).containsExactly("fake-drive");
    assertThat(namesWhere(service -> service.has("profiles"))).containsExactly("fake-drive");
    assertThat(DeployFiles.lines("deploy/env.example"))
        .contains(
            "COMPOSE_PROFILES=fake-drive",
            "DECKMILL_DRIVE_ROOT_URL=http://fake-drive:8080/",
            "DECKMILL_DRIVE_TRUST_ROOT_URL=true",
            "DECKMILL_DRIVE_AUTH=none");
  }

  /** Or drive-service would not start: without credentials it trusts no address by itself. */
  @Test
  void whoSaysNothingAboutDriveGetsGoogleAndNoTrustInOthers() {
    JsonNode drive = services.at("/drive-service/environment");
    assertThat(drive.path("DECKMILL_DRIVE_ROOT_URL").asText())
        .endsWith(":-https://www.googleapis.com/}");
    assertThat(drive.path("DECKMILL_DRIVE_TRUST_ROOT_URL").asText()).endsWith(":-false}");
    assertThat(drive.path("DECKMILL_DRIVE_AUTH").asText()).endsWith(":-service-account}");
  }

  @Test
  void setsWhatTheSetOnOneMachineSets() {
    Set<String> local =
        Pattern.compile("put\\(\\s*\"([A-Z_]+)\"")
            .matcher(
                ProjectFiles.text(
                    "all-in-one/src/main/java/dev/deckmill/allinone/local/ServiceLaunches.java"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    // Inside a container there is no other address to keep to; the image says so.
    assertThat(local.remove("QUARKUS_HTTP_HOST")).isTrue();
    assertThat(ProjectFiles.text("deploy/docker/Dockerfile")).contains("QUARKUS_HTTP_HOST=0.0.0.0");
    Set<String> here = new TreeSet<>();
    for (String name : namesOfServices()) {
      services.path(name).path("environment").fieldNames().forEachRemaining(here::add);
    }
    assertThat(here).containsAll(local);
  }

  private List<String> namesOfServices() {
    return namesWhere(service -> service.has("build")).stream()
        .filter(name -> name.endsWith("-service"))
        .toList();
  }

  private List<String> namesWhere(java.util.function.Predicate<JsonNode> wanted) {
    return services.properties().stream()
        .filter(service -> wanted.test(service.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
