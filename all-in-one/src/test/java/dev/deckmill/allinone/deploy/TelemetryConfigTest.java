package dev.deckmill.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckmill.allinone.project.ProjectFiles;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each address that one file names is one that another file opens. */
final class TelemetryConfigTest {
  private final JsonNode services = DeployFiles.yaml("docker-compose.yml").path("services");
  private final JsonNode collector = DeployFiles.yaml("deploy/otel/collector.yaml");
  private final JsonNode jaeger = DeployFiles.yaml("deploy/jaeger/config.yaml");
  private final JsonNode jaegerOnStorage = DeployFiles.yaml("deploy/jaeger/storage.yaml");

  @Test
  void everyServiceSendsItsSpansToTheCollector() {
    int receiver = port(collector.at("/receivers/otlp/protocols/http/endpoint"));
    for (String service :
        List.of("api-service", "converter-service", "packager-service", "drive-service")) {
      URI endpoint =
          URI.create(
              services.path(service).at("/environment/OTEL_EXPORTER_OTLP_ENDPOINT").asText());
      assertThat(endpoint.getPort()).isEqualTo(receiver);
      assertThat(networksOf(service)).containsAnyElementsOf(networksOf(endpoint.getHost()));
    }
  }

  @Test
  void theCollectorSendsThemToJaeger() {
    String[] endpoint = collector.at("/exporters/otlp~1jaeger/endpoint").asText().split(":", 2);
    assertThat(Integer.parseInt(endpoint[1]))
        .isEqualTo(port(jaeger.at("/receivers/otlp/protocols/grpc/endpoint")));
    assertThat(networksOf("otel-collector")).containsAnyElementsOf(networksOf(endpoint[0]));
  }

  @Test
  void theCollectorSendsThemToWhereTheyAreKept() {
    JsonNode exporter = collector.at("/exporters/otlphttp~1deckmill");
    URI endpoint = URI.create(exporter.path("endpoint").asText());
    assertThat(endpoint.getPort())
        .isEqualTo(services.at("/api-service/environment/QUARKUS_HTTP_PORT").asInt());
    assertThat(networksOf("otel-collector")).containsAnyElementsOf(networksOf(endpoint.getHost()));
    assertThat(exporter.at("/headers/authorization").asText())
        .isEqualTo("Bearer ${env:DECKMILL_SPANS_TOKEN}");
    for (String service : List.of("api-service", "otel-collector")) {
      assertThat(services.path(service).at("/environment/DECKMILL_SPANS_TOKEN").asText())
          .startsWith("${DECKMILL_SPANS_TOKEN:?");
    }
    assertThat(collector.at("/service/pipelines/traces/exporters"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("otlphttp/deckmill", "otlp/jaeger");
  }

  @Test
  void jaegerAsksForWhatIsKeptWhereItIsAnswered() {
    JsonNode storage = jaegerOnStorage.at("/extensions/jaeger_storage/backends/deckmill/grpc");
    String[] endpoint = storage.path("endpoint").asText().split(":", 2);
    JsonNode environment = services.path(endpoint[0]).path("environment");
    assertThat(environment.path("DECKMILL_JAEGER_PORT").asText()).isEqualTo(endpoint[1]);
    assertThat(networksOf("jaeger")).containsAnyElementsOf(networksOf(endpoint[0]));
    assertThat(storage.at("/headers/authorization").asText())
        .isEqualTo("Bearer ${env:DECKMILL_SPANS_TOKEN}");
    assertThat(services.at("/jaeger/environment/DECKMILL_SPANS_TOKEN").asText())
        .isEqualTo(environment.path("DECKMILL_SPANS_TOKEN").asText());
  }

  /** Or each span would be stored a second time. */
  @Test
  void jaegerWritesNothingToWhereItReads() {
    assertThat(jaegerOnStorage.at("/service/pipelines/traces/exporters"))
        .extracting(JsonNode::asText)
        .containsExactly("nop");
  }

  @Test
  void bothFormsOfJaegerOpenTheSamePorts() {
    for (String opened :
        List.of(
            "/receivers/otlp/protocols/grpc/endpoint",
            "/extensions/jaeger_query/http/endpoint",
            "/extensions/healthcheckv2/http/endpoint")) {
      assertThat(jaegerOnStorage.at(opened)).as(opened).isEqualTo(jaeger.at(opened));
    }
  }

  @Test
  void nothingIsSampledAway() {
    assertThat(collector.path("processors").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactlyInAnyOrder("memory_limiter", "batch");
  }

  @Test
  void pipelinesNameOnlyWhatIsDefined() {
    for (JsonNode config : List.of(collector, jaeger, jaegerOnStorage)) {
      for (JsonNode pipeline : config.at("/service/pipelines")) {
        for (String kind : List.of("receivers", "processors", "exporters")) {
          assertThat(pipeline.path(kind)).allMatch(name -> config.path(kind).has(name.asText()));
        }
        assertThat(pipeline.path("receivers")).isNotEmpty();
        assertThat(pipeline.path("exporters")).isNotEmpty();
      }
      assertThat(config.at("/service/extensions"))
          .isNotEmpty()
          .allMatch(name -> config.path("extensions").has(name.asText()));
    }
    for (JsonNode config : List.of(jaeger, jaegerOnStorage)) {
      assertThat(
              config
                  .at("/extensions/jaeger_storage/backends")
                  .has(config.at("/extensions/jaeger_query/storage/traces").asText()))
          .isTrue();
    }
    assertThat(jaeger.at("/extensions/jaeger_query/storage/traces"))
        .isEqualTo(jaeger.at("/exporters/jaeger_storage_exporter/trace_storage"));
  }

  @Test
  void theGatewayShowsJaegersPageAndForwardsToTheApi() {
    assertThat(ProjectFiles.text("deploy/gateway/operator.d/jaeger.conf"))
        .contains(
            "http://jaeger:" + port(jaeger.at("/extensions/jaeger_query/http/endpoint")) + ";");
    assertThat(ProjectFiles.text("deploy/gateway/place.conf"))
        .contains(
            "http://api-service:"
                + services.at("/api-service/environment/QUARKUS_HTTP_PORT").asText()
                + ";");
    assertThat(networksOf("gateway")).containsAnyElementsOf(networksOf("jaeger"));
    assertThat(networksOf("gateway")).containsAnyElementsOf(networksOf("api-service"));
  }

  private Set<String> networksOf(String service) {
    JsonNode networks = services.path(service).path("networks");
    assertThat(networks).as("networks of " + service).isNotEmpty();
    return StreamSupport.stream(networks.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static int port(JsonNode endpoint) {
    return Integer.parseInt(endpoint.asText().replaceFirst(".*:", ""));
  }
}
