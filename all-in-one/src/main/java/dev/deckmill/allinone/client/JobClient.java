package dev.deckmill.allinone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller of the REST API. */
public final class JobClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private final ObjectMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI base;
  private final String key;

  /**
   * @param base the API's root, without {@code /v1}
   * @param key sent as bearer token
   */
  public JobClient(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /**
   * Submits pages; returns the accepted job.
   *
   * @throws RequestRefused if the API says no
   * @throws DeckmillUnreachable if nothing answers
   */
  public Job submit(Submission submission) throws IOException, InterruptedException {
    return read(submitAsJson(submission));
  }

  /** Submits pages as {@link #submit} does; returns the API's own JSON. */
  public String submitAsJson(Submission submission) throws IOException, InterruptedException {
    var body = new MultipartBody("deckmill-" + UUID.randomUUID());
    body.fields(submission.options());
    for (Path page : submission.pages()) {
      body.file("pages", page, "image/svg+xml");
    }
    HttpRequest.Builder request =
        request("/v1/jobs").header("Content-Type", body.contentType()).POST(body.publisher());
    submission.headers().forEach(request::header);
    return text(request.build());
  }

  /**
   * Submits pages as {@link #submit} does, wherever each comes from; returns the API's own JSON.
   * Beside pages with a URL, files are uploaded first.
   */
  public String submitAsJson(List<PageSource> sources, Map<String, String> options)
      throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (PageSource source : sources) {
      if (source instanceof PageSource.OfFile(Path file)) {
        files.add(file);
      }
    }
    if (files.size() == sources.size()) {
      return submitAsJson(new Submission(files, options));
    }
    ObjectNode submission = json.createObjectNode();
    options.forEach(submission::put);
    ArrayNode entries = submission.putArray("sources");
    for (PageSource source : sources) {
      switch (source) {
        case PageSource.OfFile(Path file) -> entries.addObject().put("upload", uploaded(file));
        case PageSource.OfUrl(String url) -> entries.addObject().put("url", url);
      }
    }
    return text(
        request("/v1/jobs")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(submission)))
            .build());
  }

  private String uploaded(Path file) throws IOException, InterruptedException {
    String name = segment(file.getFileName().toString());
    HttpRequest upload =
        request("/v1/uploads?name=" + name)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    return json.readTree(text(upload)).required("id").asText();
  }

  /** The job as it is now. */
  public Job job(String id) throws IOException, InterruptedException {
    return read(jobAsJson(id));
  }

  /** The job as it is now, in the API's own JSON. */
  public String jobAsJson(String id) throws IOException, InterruptedException {
    return text(request("/v1/jobs/" + segment(id)).GET().build());
  }

  /**
   * Some jobs, in the API's own JSON.
   *
   * @param query what to choose them by
   */
  public String jobsAsJson(Map<String, String> query) throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    query.forEach((name, value) -> pairs.add(name + "=" + segment(value)));
    return text(request("/v1/jobs?" + String.join("&", pairs)).GET().build());
  }

  /** Where a job's time went, in the API's own JSON. */
  public String traceAsJson(String id) throws IOException, InterruptedException {
    return traceAs(id, "");
  }

  /**
   * The same in another form.
   *
   * @param form what its address ends with: nothing, {@code .html}, {@code ?pages=1-20}
   */
  public String traceAs(String id, String form) throws IOException, InterruptedException {
    return text(request("/v1/jobs/" + segment(id) + "/trace" + form).GET().build());
  }

  /** A trace from the API's JSON. */
  public Trace readTrace(String traceAsJson) throws IOException {
    return json.readValue(traceAsJson, Trace.class);
  }

  /** Cancels a job; returns the API's own JSON. */
  public String cancel(String id) throws IOException, InterruptedException {
    return text(post("/v1/jobs/" + segment(id) + ":cancel"));
  }

  /** Has a job go on; returns the API's own JSON. */
  public String retry(String id, String scope) throws IOException, InterruptedException {
    return text(post("/v1/jobs/" + segment(id) + ":retry?scope=" + segment(scope)));
  }

  /** Whether decks can be delivered to Google Drive, in the API's own JSON. */
  public String driveCheckAsJson() throws IOException, InterruptedException {
    return text(request("/v1/drive/check").GET().build());
  }

  private HttpRequest post(String path) {
    return request(path).POST(HttpRequest.BodyPublishers.noBody()).build();
  }

  /**
   * What happens to a job from now on.
   *
   * @param after the last event that is known already, or null
   */
  public JobEvents follow(String id, @Nullable String after)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/v1/jobs/" + segment(id) + "/events").GET();
    if (after != null) {
      request.header("Last-Event-ID", after);
    }
    return new JobEvents(send(request.build()).body(), json);
  }

  /** All its pages, in order. */
  public List<PageState> pages(String id) throws IOException, InterruptedException {
    List<PageState> all = new ArrayList<>();
    String next = "/v1/jobs/" + segment(id) + "/pages";
    while (next != null) {
      var some = json.readValue(text(request(next).GET().build()), PageState.Some.class);
      all.addAll(some.pages());
      next = some.next();
    }
    return List.copyOf(all);
  }

  /** A job from the API's JSON. */
  public Job read(String jobAsJson) throws IOException {
    return json.readValue(jobAsJson, Job.class);
  }

  /** Some jobs from the API's JSON. */
  public JobList readList(String jobsAsJson) throws IOException {
    return json.readValue(jobsAsJson, JobList.class);
  }

  /** Writes the job's deck to {@code target}, which is there whole or not at all. */
  public void download(String id, Path target) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        send(request("/v1/jobs/" + segment(id) + "/result").GET().build());
    Path directory = target.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path partial = directory.resolve(".deckmill-" + UUID.randomUUID() + ".part");
    try (InputStream deck = answer.body()) {
      Files.copy(deck, partial);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key);
  }

  private String text(HttpRequest request) throws IOException, InterruptedException {
    try (InputStream body = send(request).body()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer;
    try {
      answer = http.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw new DeckmillUnreachable(base, "the connection was refused", e);
    } catch (IOException e) {
      throw new DeckmillUnreachable(base, "the connection failed: " + e.getMessage(), e);
    }
    if (answer.statusCode() >= 400) {
      try (InputStream body = answer.body()) {
        throw new RequestRefused(answer.statusCode(), problem(body.readAllBytes()));
      }
    }
    return answer;
  }

  private Problem problem(byte[] body) throws IOException {
    try {
      return json.readValue(body, Problem.class);
    } catch (JsonProcessingException e) {
      // Something in between answered, such as a gateway with a page of its own.
      return new Problem(null, null, "the answer is not Deckmill's", null);
    }
  }

  /** Ids come from people's command lines and must not lead to another address. */
  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
