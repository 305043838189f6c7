package dev.deckmill.api.web.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class BatchJobTest {
  private static final byte[] DECK = {'P', 'K', 5};
  private static final String FOLDER_URL = "https://drive.google.com/drive/folders/folder-1";

  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void tellsOfAJobThatWaits() {
    String id = Client.submitted(2, Map.of());

    Response answer = Client.asked().get("/batch/jobs/" + id);

    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getMap("$").keySet())
        .isEqualTo(
            Set.of(
                "job_id",
                "status",
                "total_files",
                "completed_files",
                "failed_files",
                "drive_integration_enabled",
                "drive_folder_id",
                "drive_folder_url",
                "drive_upload_status",
                "drive_upload_progress",
                "created_at",
                "updated_at",
                "estimated_completion_time",
                "errors",
                "slides_export_enabled",
                "slides_url",
                "slides_export_status"));
    answer
        .then()
        .body("job_id", equalTo(id))
        .body("status", equalTo("created"))
        .body("total_files", equalTo(2))
        .body("completed_files", equalTo(0))
        .body("failed_files", equalTo(0))
        .body("drive_integration_enabled", equalTo(false))
        .body("drive_folder_id", nullValue())
        .body("drive_folder_url", nullValue())
        .body("drive_upload_status", equalTo("not_requested"))
        .body("drive_upload_progress", nullValue())
        .body("estimated_completion_time", nullValue())
        .body("errors", empty())
        .body("slides_export_enabled", equalTo(false))
        .body("slides_url", nullValue())
        .body("slides_export_status", nullValue());
    assertThat(Instant.parse(answer.jsonPath().getString("created_at")))
        .isBeforeOrEqualTo(Instant.parse(answer.jsonPath().getString("updated_at")));
  }

  @Test
  void countsFilesWithoutDrive() {
    String id = Client.submitted(2, Map.of());
    workers.convert(orders.page(id, 1, 1));
    Client.awaitState(id, "converting");
    awaitCompleted(id, 1)
        .then()
        .body("status", equalTo("processing"))
        .body("estimated_completion_time", notNullValue());
    progress(id)
        .then()
        .body("pending_files", equalTo(1))
        .body("progress_percentage", equalTo(50.0f));

    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "partially_succeeded");

    job(id)
        .then()
        .body("status", equalTo("completed"))
        .body("completed_files", equalTo(1))
        .body("failed_files", equalTo(1))
        .body("estimated_completion_time", nullValue())
        .body("errors", contains("Page 2 (p02.svg): SVG_INVALID: The page failed in a test."));
    Response progress = progress(id);
    assertThat(progress.jsonPath().getMap("$").keySet())
        .isEqualTo(
            Set.of(
                "job_id",
                "total_files",
                "uploaded_files",
                "pending_files",
                "failed_files",
                "progress_percentage",
                "job_status",
                "drive_upload_status",
                "drive_integration_enabled",
                "last_updated",
                "drive_folder_id",
                "drive_folder_url"));
    progress
        .then()
        .body("job_id", equalTo(id))
        .body("total_files", equalTo(2))
        .body("uploaded_files", equalTo(0))
        .body("pending_files", equalTo(0))
        .body("failed_files", equalTo(1))
        .body("progress_percentage", equalTo(100.0f))
        .body("job_status", equalTo("completed"))
        .body("drive_upload_status", equalTo("not_requested"))
        .body("drive_integration_enabled", equalTo(false))
        .body("drive_folder_id", nullValue())
        .body("drive_folder_url", nullValue());
    assertThat(Instant.parse(progress.jsonPath().getString("last_updated"))).isNotNull();
    refused(asked("drive-info", id), 400, "DELIVERY_STATE", id, "drive-info", "GET");
  }

  @Test
  void followsAFileToDrive() {
    String id = Client.submitted(2, Map.of("delivery", "drive"));
    job(id)
        .then()
        .body("drive_integration_enabled", equalTo(true))
        .body("drive_upload_status", equalTo("pending"));
    workers.convert(orders.page(id, 1, 1));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "delivering");

    job(id)
        .then()
        .body("status", equalTo("uploading"))
        .body("drive_upload_status", equalTo("in_progress"))
        .body("drive_upload_progress.total_files", equalTo(2))
        .body("drive_upload_progress.uploaded_files", equalTo(0))
        .body("drive_upload_progress.failed_files", equalTo(1))
        .body("drive_upload_progress.pending_files", equalTo(1))
        .body("drive_upload_progress.progress_percentage", equalTo(50.0f))
        .body("drive_upload_progress.upload_status", equalTo("in_progress"));
    asked("drive-info", id)
        .then()
        .statusCode(200)
        .body("drive_folder_id", nullValue())
        .body("uploaded_files.upload_status", contains("pending", "failed"))
        .body("uploaded_files[0].drive_file_id", nullValue());

    workers.send(Workers.uploaded(orders.upload(id)));
    Client.awaitState(id, "partially_succeeded");
    job(id)
        .then()
        .body("status", equalTo("completed"))
        .body("drive_upload_status", equalTo("completed"))
        .body("drive_folder_id", equalTo("folder-1"))
        .body("drive_folder_url", equalTo(FOLDER_URL))
        .body("drive_upload_progress.uploaded_files", equalTo(1))
        .body("drive_upload_progress.progress_percentage", equalTo(100.0f));
    Response info = asked("drive-info", id);
    info.then()
        .statusCode(200)
        .body("job_id", equalTo(id))
        .body("drive_folder_id", equalTo("folder-1"))
        .body("drive_folder_url", equalTo(FOLDER_URL))
        .body("uploaded_files", hasSize(2))
        .body("uploaded_files.original_filename", contains("p01.svg", "p02.svg"))
        .body("uploaded_files.upload_status", contains("completed", "failed"))
        .body("uploaded_files[0].drive_file_id", equalTo("file-1"))
        .body("uploaded_files[0].drive_file_url", equalTo("https://drive.example/1"))
        .body("uploaded_files[1].drive_file_id", nullValue())
        .body("uploaded_files[1]", hasKey("uploaded_at"))
        .body("preview_urls", empty())
        .body("upload_summary.total_files", equalTo(2))
        .body("upload_summary.successful_uploads", equalTo(1))
        .body("upload_summary.failed_uploads", equalTo(1))
        .body("upload_summary.success_rate", equalTo("50.0%"))
        .body("upload_summary.upload_status", equalTo("completed"));
    assertThat(Instant.parse(info.jsonPath().getString("uploaded_files[0].uploaded_at")))
        .isNotNull();
  }

  @Test
  void keepsADeckThatDriveDidNotTakeAndSendsItAgainOnRequest() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    workers.send(Workers.uploadFailed(orders.upload(id), ErrorType.DRIVE_AUTH));
    Client.awaitState(id, "partially_succeeded");
    job(id)
        .then()
        .body("status", equalTo("completed_upload_failed"))
        .body("drive_upload_status", equalTo("failed"))
        .body("completed_files", equalTo(1))
        .body("errors", contains("Delivery: DRIVE_AUTH: The upload failed in a test."));

    upload(id, "{\"folder_pattern\": \"Again/{job_id}\"}")
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("job_id", equalTo(id))
        .body("message", notNullValue())
        .body("status", equalTo("uploading"));
    job(id).then().body("status", equalTo("uploading")).body("errors", empty());
    UploadDeck order = orders.uploadOfRun(id, 2);
    assertThat(order.folderPath()).containsExactly("Again", id);
    workers.send(Workers.uploaded(order));
    Client.awaitState(id, "succeeded");
    job(id).then().body("status", equalTo("completed"));
  }

  @Test
  void uploadsOnRequestWhatWasNotToBeUploadedAndThatOnce() {
    String id = Client.submitted(1, Map.of());
    refused(upload(id, "{}"), 400, "DELIVERY_STATE", id, "upload-to-drive", "POST");
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "succeeded");

    upload(
            id,
            "{\"generate_previews\": true, \"parallel_uploads\": true, \"max_workers\": 10, \"later\": 1}")
        .then()
        .statusCode(200)
        .body("status", equalTo("uploading"));
    refused(upload(id, "{}"), 400, "DELIVERY_STATE", id, "upload-to-drive", "POST");
    UploadDeck order = orders.uploadOfRun(id, 2);
    assertThat(order.folderPath())
        .containsExactly(
            "SVG2PPTX-Batches", LocalDate.now(ZoneOffset.UTC).toString(), "batch-" + id);
    workers.send(Workers.uploaded(order));
    Client.awaitState(id, "succeeded");
    upload(id, "{}").then().statusCode(200).body("status", equalTo("completed"));
    job(id).then().body("status", equalTo("completed"));
    assertThat(orders.uploadsSoFar(id)).hasSize(1);
    assertThat(
            Rows.number(
                "select count(*) from api.audit where object = :id and action = 'job.deliver'",
                Map.of("id", id)))
        .isEqualTo(1);
  }

  @Test
  void uploadsTheDeckOfAJobThatIsProcessingAsSoonAsItIsThere() {
    String id = Client.submitted(2, Map.of());
    workers.convert(orders.page(id, 1, 1));
    Client.awaitState(id, "converting");
    upload(id, "{\"folder_pattern\": \"Mine\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("uploading"));
    job(id)
        .then()
        .body("status", equalTo("processing"))
        .body("drive_upload_status", equalTo("pending"))
        .body("drive_integration_enabled", equalTo(true));
    workers.convert(orders.page(id, 2, 1));
    workers.packageDeck(orders.deck(id), DECK);
    assertThat(orders.upload(id).folderPath()).containsExactly("Mine");
  }

  @Test
  void refusesAnUploadThatCanNotBe() {
    String id = Client.submitted(1, Map.of());
    Client.deed(id, ":cancel").then().statusCode(200);
    job(id).then().body("status", equalTo("failed")).body("errors[0]", containsString("CANCELLED"));
    refused(upload(id, "{}"), 400, "DELIVERY_STATE", id, "upload-to-drive", "POST");
    refused(
        upload(id, "{\"max_workers\": 11}"), 400, "OPTION_INVALID", id, "upload-to-drive", "POST");
    refused(
        upload(id, "{\"max_workers\": 0}"), 400, "OPTION_INVALID", id, "upload-to-drive", "POST");
    refused(
        upload(id, "{\"max_workers\": \"many\"}"),
        400,
        "OPTION_INVALID",
        id,
        "upload-to-drive",
        "POST");
    refused(upload(id, "{"), 400, "MESSAGE_INVALID", id, "upload-to-drive", "POST");
    refused(
        upload(id, "{\"folder_pattern\": \"{who}\"}"),
        400,
        "OPTION_INVALID",
        id,
        "upload-to-drive",
        "POST");
  }

  @Test
  void knowsNoJobOfSomebodyElseAndNobodyWithoutAKey() {
    String id = Client.submitted(1, Map.of());
    ApiKeys.add("other", "other-key-other-key-other-key-other");
    for (String route : new String[] {"", "/progress", "/drive-info", "/trace"}) {
      String path = "/batch/jobs/" + id + route;
      given()
          .header("Authorization", "Bearer other-key-other-key-other-key-other")
          .get(path)
          .then()
          .statusCode(404);
      Client.asked().get("/batch/jobs/batch_000000000000" + route).then().statusCode(404);
      given().get(path).then().statusCode(401).body("$", hasEntry("status_code", 401));
    }
    upload("batch_000000000000", "{}").then().statusCode(404);
  }

  private static void refused(
      Response answer, int status, String code, String id, String route, String method) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("error", equalTo(true))
        .body("status_code", equalTo(status))
        .body("path", equalTo("/batch/jobs/" + id + "/" + route))
        .body("method", equalTo(method))
        .body("message", equalTo(answer.jsonPath().getString("detail")));
  }

  private static Response awaitCompleted(String id, int files) {
    org.awaitility.Awaitility.await()
        .until(() -> job(id).jsonPath().getInt("completed_files") == files);
    return job(id);
  }

  private static Response job(String id) {
    return Client.asked().get("/batch/jobs/" + id);
  }

  private static Response progress(String id) {
    return asked("progress", id);
  }

  private static Response asked(String route, String id) {
    return Client.asked().get("/batch/jobs/" + id + "/" + route);
  }

  private static Response upload(String id, String body) {
    return Client.asked()
        .contentType("application/json")
        .body(body)
        .post("/batch/jobs/" + id + "/upload-to-drive");
  }
}
