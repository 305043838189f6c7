package dev.deckmill.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.ErrorType;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlValidatorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "HTTPS://EXAMPLE.com:8443/a%20b.svg?x=1#top",
        "http://xn--bcher-kva.example/",
        "http://a-b.example./p.svg",
        "http://93.184.216.34/p.svg",
        "http://[2606:2800:220:1::1]/p.svg"
      })
  void readsUrlsOfServers(String url) throws FetchFault {
    assertThat(UrlValidator.read(url)).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/p.svg",
        "//example.com/p.svg",
        "http:",
        "http://",
        "http:///p.svg",
        "file:///etc/passwd",
        "ftp://example.com/p.svg",
        "gopher://example.com",
        "data:image/svg+xml,<svg/>",
        "jar:http://example.com!/",
        "http://user@example.com/",
        "http://user:word@example.com/",
        "http://@example.com/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://256.0.0.1/",
        "http://1.2.3.4.5/",
        "http://127.0.0.1./",
        "http://[::1%25lo]/",
        "http://[fe80::1%eth0]/",
        "http://exa mple.com/",
        "http://example.com\\@127.0.0.1/",
        "http://example.com\r\nHost: x/",
        "http://\u0435xample.com/",
        "http://.example.com/",
        "http://a..b/"
      })
  void refusesWhatOthersMightReadInAnotherWay(String url) {
    assertThatThrownBy(() -> UrlValidator.read(url))
        .isInstanceOfSatisfying(
            FetchFault.class,
            fault -> {
              assertThat(fault.trouble().type()).isEqualTo(ErrorType.URL_FORBIDDEN);
              assertThat(fault.trouble().detail()).doesNotContain("127", "passwd", "word", "eth0");
              assertThat(fault.mayPass()).isFalse();
            });
  }

  @Test
  void readsUrlsAsLongAsTheLimitAndNotOneCharacterMore() throws FetchFault {
    String longest = "http://a/" + "p".repeat(4_000 - 9);
    UrlValidator.read(longest);
    assertThatThrownBy(() -> UrlValidator.read(longest + "p")).isInstanceOf(FetchFault.class);
  }

  @Test
  void holdsRedirectsToTheSameRules() throws FetchFault {
    URI base = UrlValidator.read("https://example.com/a/b.svg");
    assertThat(UrlValidator.redirected(base, "../c.svg")).hasToString("https://example.com/c.svg");
    assertThat(UrlValidator.redirected(base, "//other.example/"))
        .hasToString("https://other.example/");
    for (String location :
        new String[] {"file:///etc/passwd", "http://0x7f.1/", "http://a@b/", " "}) {
      assertThatThrownBy(() -> UrlValidator.redirected(base, location))
          .isInstanceOf(FetchFault.class);
    }
  }
}
