package dev.deckmill.allinone.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Somebody's web server with pages on it. */
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Path> pages;

  PageServer(List<Path> pages) throws IOException {
    this.pages = List.copyOf(pages);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    for (Path page : pages) {
      server.createContext("/" + page.getFileName(), exchange -> give(exchange, page));
    }
    server.start();
  }

  private static void give(HttpExchange exchange, Path page) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, Files.size(page));
      Files.copy(page, exchange.getResponseBody());
    }
  }

  /** Where each page is. */
  List<String> urls() {
    String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return pages.stream().map(page -> base + encoded(page)).toList();
  }

  /** A page's name as it stands in an address. */
  static String encoded(Path page) {
    String name = page.getFileName().toString();
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
