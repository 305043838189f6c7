package dev.deckmill.api.web.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class BatchTraceTest {
  private static final PageFinding SHADOW =
      new PageFinding("RASTERIZED", true, "shadow", "A filter was drawn as a picture.");
  private static final PageRecord RECORD =
      new PageRecord(
          List.of(
              new PageRecord.Element(
                  "g", "shadow", PageRecord.Rendition.RASTER, List.of("a filter"), 300),
              new PageRecord.Element(
                  "text", null, PageRecord.Rendition.APPROXIMATE, List.of("letter spacing"), 600),
              new PageRecord.Element("rect", "box", PageRecord.Rendition.NATIVE, List.of(), 100)),
          List.of(SHADOW),
          1,
          12_345);

  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void tellsWhenThereIsNoneYet() {
    String id = Client.submitted(1, Map.of());

    trace(id)
        .then()
        .statusCode(200)
        .body("job_id", equalTo(id))
        .body("trace_available", equalTo(false))
        .body("message", notNullValue())
        .body("$", not(hasKey("trace_data")));
  }

  @Test
  void tellsWhatBecameOfEachPageUnderItsOwnNumber() {
    String id = delivered();

    Response answer = trace(id);

    answer
        .then()
        .statusCode(200)
        .body("job_id", equalTo(id))
        .body("trace_available", equalTo(true))
        .body("architecture", equalTo("clean_slate"))
        .body("page_count", equalTo(3))
        .body("trace_data.architecture", equalTo("clean_slate"))
        .body("trace_data.workflow", equalTo("conversion_and_drive"))
        .body("trace_data.page_count", equalTo(3))
        .body("trace_data.trace_id", equalTo(Client.job(id).jsonPath().getString("traceId")))
        .body("trace_data.slides_url", nullValue())
        .body("trace_data.debug_trace.page_number", contains(1, 2, 3))
        .body("trace_data.debug_trace.svg_file", contains("p01.svg", "p02.svg", "p03.svg"))
        .body("trace_data.debug_trace.status", contains("completed", "failed", "completed"))
        .body("trace_data.debug_trace.attempts", contains(1, 1, 1))
        .body("trace_data.debug_trace[0].page_title", equalTo("Slide 1"))
        .body("trace_data.debug_trace[0].queue_wait_ms", equalTo(7))
        .body("trace_data.debug_trace[1].error_code", equalTo("SVG_INVALID"))
        .body("trace_data.debug_trace[1].error", equalTo("The page failed in a test."))
        .body("trace_data.debug_trace[1]", not(hasKey("pipeline_trace")));
  }

  @Test
  void tellsWhatEachStageDidWithEachElement() {
    JsonPath pipeline = trace(delivered()).jsonPath();
    pipeline.setRootPath("trace_data.debug_trace[0].pipeline_trace");

    assertThat(pipeline.getMap("parse_result"))
        .isEqualTo(Map.of("success", true, "element_count", 3, "parsing_time_ms", 0.01f));
    assertThat(pipeline.getMap("analysis_result"))
        .isEqualTo(
            Map.of(
                "complexity_score",
                0.5f,
                "element_count",
                3,
                "recommended_format",
                "native_dml",
                "analysis_time_ms",
                0.02f));
    assertThat(pipeline.getList("mapper_results.element_type"))
        .isEqualTo(List.of("g", "text", "rect"));
    assertThat(pipeline.getList("mapper_results.element_id"))
        .containsExactly("shadow", null, "box");
    assertThat(pipeline.getList("mapper_results.output_format"))
        .isEqualTo(List.of("raster_picture", "approximate_dml", "native_dml"));
    assertThat(pipeline.getList("mapper_results.output_size_bytes"))
        .isEqualTo(List.of(300, 600, 100));
    assertThat(pipeline.getDouble("mapper_results.processing_time_ms.sum()"))
        .isCloseTo(0.03, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(pipeline.getMap("embedder_result"))
        .isEqualTo(
            Map.of(
                "elements_embedded",
                3,
                "native_elements",
                1,
                "approximate_elements",
                1,
                "raster_elements",
                1,
                "media_files",
                1,
                "processing_time_ms",
                0.04f,
                "total_size_bytes",
                12_345));
    assertThat(pipeline.getMap("policy_decisions[0]"))
        .isEqualTo(
            Map.of(
                "element_id",
                "shadow",
                "element_type",
                "g",
                "output_format",
                "raster_picture",
                "reasons",
                List.of("a filter"),
                "target",
                "balanced"));
    assertThat(pipeline.getList("findings"))
        .isEqualTo(
            List.of(
                Map.of(
                    "code",
                    "RASTERIZED",
                    "element_id",
                    "shadow",
                    "detail",
                    "A filter was drawn as a picture.")));
  }

  @Test
  void countsWhatIsInTheFile() {
    trace(delivered())
        .then()
        .body("trace_data.package_trace.package_size_bytes", equalTo(1000))
        .body("trace_data.package_trace.slides_count", equalTo(3))
        .body("trace_data.package_trace.compression_ratio", equalTo(0.2f))
        .body("trace_data.package_trace.zip_structure.slides", equalTo(3))
        .body("trace_data.package_trace.zip_structure.relationships", equalTo(10))
        .body("trace_data.package_trace.zip_structure.media_files", equalTo(1))
        .body("trace_data.package_trace.zip_structure.content_types", equalTo(8))
        .body("trace_data.package_trace.package_creation_ms", equalTo(1.0f))
        .body("trace_data.package_trace.file_write_ms", equalTo(0.234f))
        .body("trace_data.package_trace.total_time_ms", equalTo(1.234f));
  }

  @Test
  void tellsHowTheDeckCameToDrive() {
    trace(delivered())
        .then()
        .body("trace_data.upload_trace.file_id", equalTo("file-1"))
        .body("trace_data.upload_trace.folder_id", equalTo("folder-1"))
        .body("trace_data.upload_trace.bytes", equalTo(5))
        .body("trace_data.upload_trace.chunks", equalTo(1))
        .body("trace_data.upload_trace.resumed", equalTo(true))
        .body("trace_data.upload_trace.total_time_ms", equalTo(0.009f))
        .body("trace_data.upload_trace.previews", empty())
        .body("trace_data.upload_trace.attempts.run", contains(1))
        .body("trace_data.upload_trace.attempts.status", contains("completed"))
        .body("trace_data.upload_trace.attempts.tries", contains(2));
  }

  @Test
  void tellsOfAnUploadThatFailed() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[10]);
    workers.send(Workers.uploadFailed(orders.upload(id), ErrorType.DRIVE_QUOTA));
    Client.awaitState(id, "partially_succeeded");

    trace(id)
        .then()
        .body("trace_data.workflow", equalTo("conversion_and_drive_upload_failed"))
        .body("trace_data.upload_trace.file_id", nullValue())
        .body("trace_data.upload_trace.attempts[0].status", equalTo("failed"))
        .body("trace_data.upload_trace.attempts[0].error_code", equalTo("DRIVE_QUOTA"))
        .body(
            "trace_data.debug_trace[0].pipeline_trace.embedder_result.native_elements", equalTo(5))
        .body("trace_data.debug_trace[0].pipeline_trace.mapper_results", empty());
  }

  @Test
  void hasNoUploadWithoutDrive() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[10]);
    Client.awaitState(id, "succeeded");

    trace(id)
        .then()
        .body("trace_data.workflow", equalTo("conversion_only"))
        .body("trace_data.upload_trace", nullValue());
  }

  private String delivered() {
    String id = Client.submitted(3, Map.of("delivery", "drive"));
    var first = orders.page(id, 1, 1);
    workers.send(Workers.started(first));
    workers.send(workers.convertedWith(first, RECORD, new Renditions(1, 1, 1), SHADOW));
    workers.send(Workers.started(orders.page(id, 2, 1)));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.convert(orders.page(id, 3, 1));
    workers.packageDeck(orders.deck(id), new byte[1000]);
    workers.send(Workers.uploaded(orders.upload(id)));
    Client.awaitState(id, "partially_succeeded");
    return id;
  }

  private static Response trace(String id) {
    return Client.asked().get("/batch/jobs/" + id + "/trace");
  }
}
