package dev.deckmill.api.web.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the trace to the shape that clients of the Python service were promised. */
@QuarkusTest
@Servers
final class BatchTraceSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void keepsToTheShapeWithAndWithoutATrace() throws IOException {
    JsonSchema schema = schema();
    String queued = Client.submitted(1, Map.of());
    assertThat(schema.validate(trace(queued))).isEmpty();
    assertThat(schema.validate(trace(delivered()))).isEmpty();
  }

  @Test
  void theShapeIsNotKeptByATraceThatLacksAStage() throws IOException {
    JsonNode trace = trace(delivered());
    ((ObjectNode) trace.at("/trace_data/debug_trace/0/pipeline_trace")).remove("embedder_result");
    assertThat(schema().validate(trace)).isNotEmpty();
  }

  private static JsonNode trace(String id) throws IOException {
    return JSON.readTree(Client.asked().get("/batch/jobs/" + id + "/trace").asByteArray());
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema =
        BatchTraceSchemaTest.class.getResourceAsStream("batch-trace.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JSON.readTree(Objects.requireNonNull(schema, "schema")));
    }
  }

  private String delivered() {
    String id = Client.submitted(2, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.send(Workers.started(orders.page(id, 2, 1)));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.packageDeck(orders.deck(id), new byte[1000]);
    workers.send(Workers.uploaded(orders.upload(id)));
    Client.awaitState(id, "partially_succeeded");
    return id;
  }
}
