package dev.deckmill.allinone.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.local.DataDirectory;
import dev.deckmill.allinone.local.Database;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.local.LocalDeckmill;
import dev.deckmill.allinone.process.Supervised;
import dev.deckmill.allinone.process.Supervisor;
import dev.deckmill.localservers.LocalPostgres.Role;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A whole set whose pages may do their worst, and the ways to look into it. Pages are fetched by a
 * process of their own.
 */
final class DeckmillUnderTest implements Closeable {
  static final Duration LONG = Duration.ofMinutes(3);

  private final Path directory;
  private final List<String> ends = new CopyOnWriteArrayList<>();
  private final DataDirectory data;
  private final LocalDeckmill deckmill;
  private final JobClient client;

  DeckmillUnderTest(Path directory, String otlpEndpoint) throws IOException, InterruptedException {
    this.directory = directory;
    this.data = DataDirectory.open(directory.resolve("data"));
    this.deckmill =
        new LocalDeckmill(
            Installation.ofThisProcess(),
            data,
            0,
            Lifetime.LASTING,
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", otlpEndpoint,
                "DECKMILL_CONVERTER_FAULT_INJECTION", "true",
                "DECKMILL_API_LIMITS_PAGE_TIME", "5s",
                "DECKMILL_API_LIMITS_SUBMISSIONS_BURST", "1000",
                "DECKMILL_FETCH_EXEMPT", "127.0.0.1",
                "DECKMILL_FETCH_TOTAL", "5s"),
            new Diary());
    deckmill.start();
    this.client = new JobClient(deckmill.apiUrl(), deckmill.apiKey());
  }

  /** Remembers who ended. */
  private final class Diary implements Supervisor.Events {
    @Override
    public void ready(String name, long pid, Duration took) {
      // The part itself says the same.
    }

    @Override
    public void ended(String name, String how, Duration pause) {
      ends.add(name);
    }
  }

  String spansToken() throws IOException {
    return data.spansToken();
  }

  LocalDeckmill set() {
    return deckmill;
  }

  JobClient client() {
    return client;
  }

  /** Its API, without our client. */
  PlainRequests requests() throws IOException {
    return new PlainRequests(deckmill.apiUrl(), deckmill.apiKey());
  }

  /** What a process has logged. */
  List<String> log(String name) throws IOException {
    return Files.readAllLines(data.log(name));
  }

  Path dataRoot() {
    return data.root();
  }

  /** Parts that ended unasked. */
  List<String> ends() {
    return List.copyOf(ends);
  }

  Job submit(Submission submission) throws IOException, InterruptedException {
    return client.submit(submission);
  }

  /** The job once nothing more happens to it, whoever may be down meanwhile. */
  Job finished(Job accepted) {
    return await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> client.job(accepted.id()), Job::finished);
  }

  byte[] deck(Job job) throws IOException, InterruptedException {
    Path file = directory.resolve(job.id() + ".pptx");
    client.download(job.id(), file);
    return Files.readAllBytes(file);
  }

  Supervised part(String name) {
    return deckmill.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** What its API answers to whoever reads. */
  JsonNode answer(String path) throws IOException, InterruptedException {
    try (PlainRequests requests = requests()) {
      return new ObjectMapper().readTree(requests.get(path).body());
    }
  }

  /** What the stand-in for Drive answers. */
  JsonNode drive(String path) throws IOException, InterruptedException {
    URI address = URI.create(deckmill.driveUrl() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  /** As the role that sees all tenants. */
  Connection connection() throws SQLException {
    Database database = deckmill.database();
    return DriverManager.getConnection(
        database.jdbcUrl(), Role.WORKER.user(), database.password(Role.WORKER));
  }

  /** What a query finds, a line each. */
  List<String> rows(String query) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          columns.add(found.getString(i));
        }
        rows.add(String.join(" ", columns));
      }
      return rows;
    }
  }

  @Override
  public void close() throws IOException {
    deckmill.close();
    data.close();
  }
}
