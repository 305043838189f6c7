package dev.deckmill.api.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageClientTest {
  private static final byte[] PAGE = "<svg/>".getBytes(UTF_8);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final PageServer server = new PageServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static String fetch(FetchConfig config, VettedNames.Names names, String url)
      throws IOException {
    PageClient client = new PageClient(config, names);
    try {
      return client.fetch(
          url, 4_000, (body, hops) -> hops + ":" + new String(body.readAllBytes(), UTF_8));
    } finally {
      client.close();
    }
  }

  private static String fetch(String url) throws IOException {
    return fetch(
        new FetchSettings(List.of("127.0.0.1"), LONG, LONG), InetAddress::getAllByName, url);
  }

  private static FetchFault fault(FetchConfig config, VettedNames.Names names, String url) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        FetchFault.class, () -> fetch(config, names, url));
  }

  private static FetchFault fault(String url) {
    return fault(
        new FetchSettings(List.of("127.0.0.1"), LONG, LONG), InetAddress::getAllByName, url);
  }

  @Test
  void givesAPagesBytes() throws IOException {
    assertThat(fetch(server.serve("/p.svg", PAGE) + "?x=1#top")).isEqualTo("0:<svg/>");
  }

  @Test
  void takesAPageAsLargeAsTheLimitAndNotOneByteMoreWhetherItsLengthIsToldOrNot()
      throws IOException {
    assertThat(fetch(server.serve("/told", new byte[4_000]))).hasSize(4_002);
    assertThat(fetch(server.serve("/untold", untold(4_000)))).hasSize(4_002);
    for (String url :
        List.of(
            server.serve("/told+1", new byte[4_001]), server.serve("/untold+1", untold(4_001)))) {
      FetchFault fault = fault(url);
      assertThat(fault.trouble().type()).isEqualTo(ErrorType.LIMIT_PAGE_BYTES);
      assertThat(fault.mayPass()).isFalse();
    }
  }

  private static PageServer.Answer untold(int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(new byte[bytes]);
    };
  }

  @Test
  void stopsReadingAPageThatNeverEnds() {
    String url =
        server.serve(
            "/endless",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(new byte[1_000]);
              }
            });
    assertThat(fault(url).trouble().type()).isEqualTo(ErrorType.LIMIT_PAGE_BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsAsManyRedirectsAsTheLimitAndNotOneMore(int status) throws IOException {
    server.serve("/4", PAGE);
    server.redirect("/3", status, "/4");
    server.redirect("/2", status, server.url("/3"));
    server.redirect("/1", status, "2");
    server.redirect("/0", status, "/1");
    assertThat(fetch(server.url("/1"))).isEqualTo("3:<svg/>");
    FetchFault fault = fault(server.url("/0"));
    assertThat(fault.trouble().type()).isEqualTo(ErrorType.URL_REDIRECTS);
    assertThat(fault.mayPass()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:%d/p.svg",
        "http://127.0.0.1:%d/p.svg",
        "http://[::1]:%d/p.svg",
        "http://[::ffff:127.0.0.1]:%d/p.svg",
        "http://[::ffff:7f00:1]:%d/p.svg",
        "http://[::7f00:1]:%d/p.svg",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://0.0.0.0:%d/p.svg",
        "http://2130706433:%d/p.svg",
        "http://0x7f000001:%d/p.svg",
        "http://017700000001:%d/p.svg",
        "http://0177.0.0.1:%d/p.svg",
        "http://127.1:%d/p.svg",
        "http://user@127.0.0.1:%d/p.svg",
        "ftp://127.0.0.1:%d/p.svg"
      })
  void dialsNothingThatIsNotPublicUnlessItIsExempt(String url) {
    server.serve("/p.svg", PAGE);
    FetchFault fault =
        fault(
            new FetchSettings(List.of(), LONG, LONG),
            InetAddress::getAllByName,
            url.formatted(server.port()));
    assertThat(fault.trouble().type()).isEqualTo(ErrorType.URL_FORBIDDEN);
    assertThat(fault.mayPass()).isFalse();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void judgesWhatANameStandsForAndAllOfIt() throws IOException {
    server.serve("/p.svg", PAGE);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    InetAddress open = InetAddress.getByAddress(new byte[] {1, 1, 1, 1});
    Map<String, InetAddress[]> known =
        Map.of(
            "inside.example", new InetAddress[] {loopback},
            "mixed.example", new InetAddress[] {open, loopback});
    VettedNames.Names names =
        host -> {
          if (!known.containsKey(host)) {
            throw new UnknownHostException();
          }
          return known.get(host);
        };
    for (String host : known.keySet()) {
      FetchFault fault =
          fault(
              new FetchSettings(List.of(), LONG, LONG),
              names,
              "http://%s:%d/p.svg".formatted(host, server.port()));
      assertThat(fault.trouble().type()).isEqualTo(ErrorType.URL_FORBIDDEN);
    }
    assertThat(server.asked()).isEmpty();
    String exempt =
        fetch(
            new FetchSettings(List.of("127.0.0.1"), LONG, LONG),
            names,
            "http://inside.example:%d/p.svg".formatted(server.port()));
    assertThat(exempt).isEqualTo("0:<svg/>");
  }

  @Test
  void asksForANameOnceSoThatItCannotChangeItsMind() throws IOException {
    server.serve("/p.svg", PAGE);
    int[] asked = {0};
    InetAddress loopback = InetAddress.getLoopbackAddress();
    VettedNames.Names turncoat =
        host ->
            new InetAddress[] {
              asked[0]++ == 0 ? loopback : InetAddress.getByAddress(new byte[] {10, 0, 0, 1})
            };
    fetch(
        new FetchSettings(List.of("127.0.0.1"), LONG, LONG),
        turncoat,
        "http://turncoat.example:%d/p.svg".formatted(server.port()));
    assertThat(asked[0]).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:1/p.svg",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://0x7f.1/",
        "file:///etc/passwd",
        "http://user@127.0.0.1/"
      })
  void validatesRedirectsAsItDoesTheUrl(String location) {
    FetchFault fault = fault(server.redirect("/p.svg", 302, location));
    assertThat(fault.trouble().type()).isEqualTo(ErrorType.URL_FORBIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "404, false",
    "403, false",
    "401, false",
    "410, false",
    "400, false",
    "201, false",
    "408, true",
    "425, true",
    "429, true",
    "500, true",
    "503, true",
    "599, true"
  })
  void tellsWhatAServerAnsweredAndNothingOfWhatItSaid(int status, boolean mayPass) {
    FetchFault fault = fault(server.serve("/secret", PageServer.status(status, "the secret")));
    assertThat(fault.trouble().type()).isEqualTo(ErrorType.FETCH_FAILED);
    assertThat(fault.trouble().detail())
        .contains(Integer.toString(status))
        .doesNotContain("secret", "127.0.0.1");
    assertThat(fault.mayPass()).isEqualTo(mayPass);
  }

  @Test
  void refusesAnswersThatBringNothing() {
    for (String url :
        List.of(
            server.serve("/empty", new byte[0]),
            server.serve("/204", exchange -> exchange.sendResponseHeaders(204, -1)))) {
      FetchFault fault = fault(url);
      assertThat(fault.trouble().type()).isEqualTo(ErrorType.FETCH_FAILED);
      assertThat(fault.mayPass()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "301 Moved\r\n\r\n",
        "302 Found\r\nContent-Length: 0\r\n\r\n",
        "303 Other\r\nLocation:\r\nContent-Length: 0\r\n\r\n",
        "307 Again\r\nLocation: \t \r\n\r\n",
        "308 Again\r\nLocation: :::\r\n\r\n",
        "302 Found\r\nLocation: http://\r\n\r\n",
        "302 Found\r\nLocation: http:\r\n\r\n",
        "302 Found\r\nLocation: http://a b/%zz\r\n\r\n",
        "302 Found\r\nLocation: /p.svg?\u00fc=%\r\n\r\n"
      })
  void followsNoRedirectWithoutATarget(String answer) throws IOException {
    try (RawServer nowhere = new RawServer("HTTP/1.1 " + answer, "")) {
      FetchFault fault = fault(nowhere.url("http"));
      assertThat(fault.trouble().type()).isEqualTo(ErrorType.URL_REDIRECTS);
      assertThat(fault.mayPass()).isFalse();
      assertThat(nowhere.asked()).isEqualTo(1);
    }
  }

  @Test
  void waitsForAServersFirstByteNoLongerThanItMay() {
    String url = server.serve("/silent", server.silentAfter(new byte[0]));
    FetchFault fault =
        fault(new FetchSettings(List.of("127.0.0.1"), SHORT, LONG), InetAddress::getAllByName, url);
    assertThat(fault.trouble().type()).isEqualTo(ErrorType.FETCH_TIMEOUT);
    assertThat(fault.mayPass()).isTrue();
  }

  @Test
  void waitsForTheWholePageNoLongerThanItMay() {
    String dripping =
        server.serve(
            "/dripping",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try {
                while (true) {
                  exchange.getResponseBody().write(' ');
                  exchange.getResponseBody().flush();
                  Thread.sleep(50);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    for (String url : List.of(dripping, server.serve("/half", server.silentAfter(PAGE)))) {
      FetchFault fault =
          fault(
              new FetchSettings(List.of("127.0.0.1"), LONG, SHORT), InetAddress::getAllByName, url);
      assertThat(fault.trouble().type()).isEqualTo(ErrorType.FETCH_TIMEOUT);
    }
  }

  @Test
  void triesAgainWhatCouldNotBeReached() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    FetchFault fault = fault("http://127.0.0.1:" + closed + "/p.svg");
    assertThat(fault.trouble().type()).isEqualTo(ErrorType.FETCH_FAILED);
    assertThat(fault.mayPass()).isTrue();
    FetchFault unknown =
        fault(
            new FetchSettings(List.of(), LONG, LONG),
            host -> {
              throw new UnknownHostException(host);
            },
            "http://secret-host.example/");
    assertThat(unknown.trouble().type()).isEqualTo(ErrorType.FETCH_FAILED);
    assertThat(unknown.trouble().detail()).doesNotContain("secret-host");
    assertThat(unknown.mayPass()).isTrue();
  }

  @Test
  void leavesTheTakersOwnTroubleAsItIs() {
    String url = server.serve("/p.svg", PAGE);
    assertThatThrownBy(
            () -> {
              PageClient client =
                  new PageClient(
                      new FetchSettings(List.of("127.0.0.1"), LONG, LONG),
                      InetAddress::getAllByName);
              client.fetch(
                  url,
                  4_000,
                  (body, hops) -> {
                    throw new IOException("the disk is full");
                  });
            })
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk is full");
  }
}
