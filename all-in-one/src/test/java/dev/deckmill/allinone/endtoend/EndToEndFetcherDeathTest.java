package dev.deckmill.allinone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.deckmill.allinone.client.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that end the process that fetches them: with kill -9, which nothing can hinder. */
@ExtendWith(OneSet.class)
class EndToEndFetcherDeathTest {
  private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();
  private static RunningSet set;
  private static Path page;
  private static HttpServer server;
  private static ExecutorService threads;

  @BeforeAll
  static void serve(RunningSet running) throws IOException {
    set = running;
    page = set.pages().page("fetched.svg", "FETCHED");
    threads = Executors.newCachedThreadPool();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/deadly", exchange -> kill(exchange, 9));
    server.createContext("/deadly-once", exchange -> kill(exchange, 1));
    server.createContext("/harmless", exchange -> kill(exchange, 0));
    server.setExecutor(threads);
    server.start();
  }

  @AfterAll
  static void end() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Ends the fetcher instead of answering, so many times. */
  private static void kill(HttpExchange exchange, int times) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int asked = ASKED.computeIfAbsent(path, first -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      if (asked <= times) {
        set.deckmill()
            .part("fetch")
            .pid()
            .ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(page));
      Files.copy(page, exchange.getResponseBody());
    }
  }

  private static Job submitted(String path) throws Exception {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    String body = "{\"sources\": [{\"url\": \"" + url + "\"}]}";
    try (PlainRequests requests = set.deckmill().requests()) {
      String answer =
          requests.post("/v1/jobs", "application/json", body.getBytes(UTF_8), Map.of()).body();
      return set.deckmill().client().job(new ObjectMapper().readTree(answer).path("id").asText());
    }
  }

  private static List<String> fetches(Job job) throws Exception {
    return set.deckmill()
        .rows(
            "select attempt, outcome, trouble_code from api.stage_row where stage = 'fetch' and job_id = '"
                + job.id()
                + "' order by attempt");
  }

  @Test
  void aPageIsFetchedAgainWhenItsFetcherDiesAndGivenUpWhenTheNextOneDoesToo() throws Exception {
    Job once = set.deckmill().finished(submitted("/deadly-once"));
    assertThat(once.state()).isEqualTo("succeeded");
    assertThat(ASKED.get("/deadly-once")).hasValue(2);
    assertThat(fetches(once)).containsExactly("1 failed FETCH_CRASH", "2 succeeded null");
    assertThat(Deck.read(set.deckmill().deck(once)).slides()).containsExactly("FETCHED");

    Job always = set.deckmill().finished(submitted("/deadly"));
    assertThat(always.state()).isEqualTo("failed");
    assertThat(ASKED.get("/deadly")).hasValue(2);
    assertThat(fetches(always)).containsExactly("1 failed FETCH_CRASH", "2 failed FETCH_CRASH");

    assertThat(set.deckmill().finished(submitted("/harmless")).state()).isEqualTo("succeeded");
  }
}
