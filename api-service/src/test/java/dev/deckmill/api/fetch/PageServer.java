package dev.deckmill.api.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of pages on the loopback address, which does what a path says. */
public final class PageServer implements AutoCloseable {
  /** What a path answers with. */
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public PageServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      answers.getOrDefault(path, status(404, "no such page")).give(exchange);
    }
  }

  /** Lets a path answer. */
  public String serve(String path, Answer answer) {
    answers.put(path, answer);
    return url(path);
  }

  /** Lets a path answer with a page. */
  public String serve(String path, byte[] page) {
    return serve(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, page.length == 0 ? -1 : page.length);
          exchange.getResponseBody().write(page);
        });
  }

  /** Leads from a path to somewhere else. */
  public String redirect(String path, int status, String location) {
    return serve(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** An answer with a status and a body that nobody may ever see. */
  public static Answer status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** An answer that begins with {@code first} and never goes on. */
  public Answer silentAfter(byte[] first) {
    return exchange -> {
      if (first.length > 0) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(first);
        exchange.getResponseBody().flush();
      }
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Where a path is. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The paths that were asked for, in their order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
