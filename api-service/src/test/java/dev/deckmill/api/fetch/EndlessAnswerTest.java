package dev.deckmill.api.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that never come to the end of what they say besides the page. */
final class EndlessAnswerTest {
  private static final int PAGE_BYTES = 1_000_000;
  private static final int HEAD = 64 * 1024;

  /** With what the kernel keeps for a loopback connection. */
  private static final long MOST_SENT = 16_000_000;

  private static final long MOST_ALLOCATED = 8_000_000;
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static List<Arguments> endless() {
    String much = "x".repeat(8_000);
    return List.of(
        Arguments.of("headers", "http", OK, "X-Again: " + "x".repeat(100) + "\r\n"),
        Arguments.of("one header line", "http", OK + "X-Long: ", much),
        Arguments.of("a folded header line", "http", OK + "X-Long: x\r\n", " " + much + "\r\n"),
        Arguments.of("the status line", "http", "HTTP/1.1 200 ", much),
        Arguments.of("no status line", "http", "", "\r\n"),
        Arguments.of("one chunk extension", "http", CHUNKED + "1;x=", much),
        Arguments.of("chunk extensions", "http", CHUNKED, "1;x=" + much + "\r\n \r\n"),
        Arguments.of("trailers", "http", CHUNKED + "1\r\n \r\n0\r\n", "X-Again: x\r\n"),
        Arguments.of("one trailer", "http", CHUNKED + "1\r\n \r\n0\r\nX-Long: ", much),
        Arguments.of("informational answers", "http", "", "HTTP/1.1 102 Processing\r\n\r\n"),
        Arguments.of("early hints", "http", "", "HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"),
        // A TLS 1.2 record with a warning: user_canceled (RFC 8446 §6.1).
        Arguments.of("TLS warnings", "https", "", "\u0015\u0003\u0003\u0000\u0002\u0001Z"));
  }

  /** What the client keeps for all answers is not of any of them. */
  @BeforeAll
  static void warm() throws IOException {
    try (RawServer server = new RawServer(CHUNKED + "1\r\n \r\n0\r\n\r\n", "")) {
      fetch(server.url("http"));
      fault(server.url("https"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void leavesAServerThatNeverEndsBeforeItHasTakenMuch(
      String what, String scheme, String first, String forEver) throws IOException {
    try (RawServer server = new RawServer(first, forEver)) {
      long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
      FetchFault fault = fault(server.url(scheme));
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;

      assertThat(server.sent()).as("bytes of %s", what).isLessThan(MOST_SENT);
      assertThat(allocated).as("memory for %s", what).isLessThan(MOST_ALLOCATED);
      assertThat(fault.trouble().type()).isEqualTo(ErrorType.FETCH_FAILED);
      assertThat(fault.mayPass()).isFalse();
    }
  }

  @Test
  void takesAHeadAsLongAsTheLimitAndNotOneByteMore() throws IOException {
    String start = OK + "Content-Length: 6\r\nX-Long: ";
    String end = "\r\n\r\n";
    String longest = start + "x".repeat(HEAD - start.length() - end.length()) + end;
    try (RawServer server = new RawServer(longest + "<svg/>", "")) {
      assertThat(fetch(server.url("http"))).isEqualTo("<svg/>");
    }
    try (RawServer server = new RawServer(longest.replace("X-Long", "X-Longer") + "<svg/>", "")) {
      assertThat(fault(server.url("http")).trouble().detail()).contains("65536");
    }
  }

  @Test
  void takesAPageInSmallChunks() throws IOException {
    String chunk = "5\r\n<g/> \r\n";
    try (RawServer server =
        new RawServer(CHUNKED + chunk.repeat(PAGE_BYTES / 5) + "0\r\n\r\n", "")) {
      assertThat(fetch(server.url("http"))).hasSize(PAGE_BYTES);
    }
  }

  private static String fetch(String url) throws IOException {
    PageClient client =
        new PageClient(
            new FetchSettings(List.of("127.0.0.1"), Duration.ofSeconds(20), Duration.ofSeconds(20)),
            InetAddress::getAllByName);
    try {
      return client.fetch(url, PAGE_BYTES, (body, hops) -> new String(body.readAllBytes(), UTF_8));
    } finally {
      client.close();
    }
  }

  private static FetchFault fault(String url) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(FetchFault.class, () -> fetch(url));
  }
}
