package dev.deckmill.api.web.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.testing.Servers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Bodies that are refused before their end, of clients who are slow in sending the rest. */
@QuarkusTest
@Servers
final class UnreadBodyTest {
  private static final Logger LOG = Logger.getLogger(UnreadBodyTest.class);
  private static final int PROMISED = 39_000;
  private static final String REFUSED = "{\"slideSize\": 1, ";

  @TestHTTPResource URI server;

  @Test
  void answersAClientThatDripsAndClosesItsConnection() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    try (Socket client = new Socket(server.getHost(), server.getPort())) {
      client.setSoTimeout(30_000);
      OutputStream out = client.getOutputStream();
      out.write(head("Content-Length: " + PROMISED));
      out.write(REFUSED.getBytes(UTF_8));
      Thread dripping = Thread.ofVirtual().start(() -> drip(out, sent));

      String answer = new String(client.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("MESSAGE_INVALID");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("connection: close");
      assertThat(sent.get()).isLessThan(PROMISED - REFUSED.length());
      dripping.interrupt();
      dripping.join();
    }
  }

  @Test
  void keepsTheConnectionOfAClientThatSendsTheRest() throws Exception {
    byte[] whole = (REFUSED + "\"rest\": \"" + "x".repeat(20_000) + "\"}").getBytes(UTF_8);
    try (Socket client = new Socket(server.getHost(), server.getPort())) {
      client.setSoTimeout(30_000);
      for (int request = 1; request <= 2; request++) {
        client.getOutputStream().write(head("Content-Length: " + whole.length));
        client.getOutputStream().write(whole);
        assertThat(statusOf(client)).isEqualTo("HTTP/1.1 400");
      }
    }
  }

  private byte[] head(String length) {
    return """
    POST /v1/jobs HTTP/1.1\r
    Host: %s\r
    Authorization: Bearer test-key-test-key-test-key-test-key\r
    Content-Type: application/json\r
    %s\r
    \r
    """
        .formatted(server.getAuthority(), length)
        .getBytes(UTF_8);
  }

  private static void drip(OutputStream out, AtomicInteger sent) {
    try {
      while (true) {
        out.write(' ');
        out.flush();
        sent.incrementAndGet();
        Thread.sleep(100);
      }
    } catch (IOException e) {
      LOG.debugf("The server has closed the connection: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads one answer to its end, by its length. */
  private static String statusOf(Socket client) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) client.getInputStream().read());
    }
    String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
    int at = lower.indexOf("content-length:") + "content-length:".length();
    int length = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)).strip());
    assertThat(client.getInputStream().readNBytes(length)).hasSize(length);
    return head.substring(0, "HTTP/1.1 400".length());
  }
}
