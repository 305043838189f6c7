package dev.deckmill.allinone.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Sends the same pages under the same title, by each of the ways. */
final class Sender implements AutoCloseable {
  private static final String TITLE = "The same deck";
  private static final String JSON = "application/json";

  private final ObjectMapper json = new ObjectMapper();
  private final DeckmillUnderTest deckmill;
  private final List<Path> pages;
  private final PageServer server;
  private final PlainRequests requests;

  Sender(DeckmillUnderTest deckmill, List<Path> pages) throws IOException {
    this.deckmill = deckmill;
    this.pages = List.copyOf(pages);
    this.server = new PageServer(pages);
    this.requests = deckmill.requests();
  }

  /** Returns the job as soon as it is one. */
  Job send(Way way) throws Exception {
    return switch (way) {
      case MULTIPART -> deckmill.submit(new Submission(pages, Map.of("title", TITLE)));
      case ZIP -> job(post("/v1/jobs?title=The%20same%20deck", "application/zip", zip()), "id");
      case URLS -> job(post("/v1/jobs", JSON, submission(urls())), "id");
      case KAFKA -> deckmill.client().job(new KafkaSender(deckmill).send(submission(uploads())));
      case BATCH -> job(post("/batch/jobs", JSON, batch()), "job_id");
    };
  }

  private Job job(JsonNode answer, String id) throws IOException, InterruptedException {
    return deckmill.client().job(answer.path(id).asText());
  }

  private byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Path page : pages) {
        zip.putNextEntry(new ZipEntry(page.getFileName().toString()));
        Files.copy(page, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private byte[] submission(ArrayNode sources) throws IOException {
    ObjectNode submission = json.createObjectNode().put("title", TITLE);
    submission.set("sources", sources);
    return json.writeValueAsBytes(submission);
  }

  private ArrayNode urls() {
    ArrayNode sources = json.createArrayNode();
    server.urls().forEach(url -> sources.addObject().put("url", url));
    return sources;
  }

  private ArrayNode uploads() throws IOException, InterruptedException {
    ArrayNode sources = json.createArrayNode();
    for (Path page : pages) {
      String name = PageServer.encoded(page);
      JsonNode kept = post("/v1/uploads?name=" + name, "image/svg+xml", Files.readAllBytes(page));
      sources.addObject().put("upload", kept.path("id").asText());
    }
    return sources;
  }

  private byte[] batch() throws IOException {
    ObjectNode request = json.createObjectNode();
    server.urls().forEach(request.putArray("urls")::add);
    request.put("slides_title", TITLE).put("drive_integration_enabled", false);
    return json.writeValueAsBytes(request);
  }

  private JsonNode post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return json.readTree(requests.post(path, type, body, Map.of()).body());
  }

  @Override
  public void close() {
    server.close();
    requests.close();
  }
}
