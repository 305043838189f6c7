package dev.deckmill.api.web.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and read nothing of it. */
@QuarkusTest
@Servers
final class SlowReadersTest {
  /** As many as the database has connections for requests, and some. */
  private static final int READERS = 20;

  @TestHTTPResource URI server;
  @Inject TracedJobs jobs;

  @Test
  void keepNoConnectionToTheDatabase() throws Exception {
    String id;
    try (Orders orders = new Orders()) {
      id = jobs.finished(orders);
    }
    // More than the buffers of both ends hold, for each of them.
    jobs.addLongSpans(id, 400, 40_000);
    List<Socket> readers = new ArrayList<>();
    try {
      for (int i = 0; i < READERS; i++) {
        readers.add(asking("/v1/jobs/" + id + "/trace.otlp.json"));
      }
      for (Socket reader : readers) {
        assertThat(reader.getInputStream().read()).isEqualTo('H');
      }
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> Client.asked().get("/v1/jobs/" + id).then().statusCode(200));
    } finally {
      for (Socket reader : readers) {
        reader.close();
      }
    }
  }

  private Socket asking(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, Client.KEY);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }
}
