package dev.deckmill.api.web.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the browser that opened a consent again when it comes back from Google. Lax, because Google
 * sends it back by a link of its own. The prefix (RFC 6265bis §4.1.3.2) keeps neighbouring hosts
 * from setting it; over plain HTTP, which only a loopback address is reached by, browsers may not
 * keep such a cookie.
 */
final class ConsentCookie {
  private static final String SECURE = "__Host-deckmill-consent";
  private static final String PLAIN = "deckmill-consent";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final String value;

  private ConsentCookie(String name, String value) {
    this.name = name;
    this.value = value;
  }

  /** The one that the browser shows, so that two consents at once both work; or else a new one. */
  static ConsentCookie shownOrNew(HttpHeaders headers, UriInfo uri) {
    ConsentCookie shown = shown(headers, uri);
    if (shown != null) {
      return shown;
    }
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new ConsentCookie(
        name(uri), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static @Nullable ConsentCookie shown(HttpHeaders headers, UriInfo uri) {
    Cookie cookie = headers.getCookies().get(name(uri));
    return cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > LONGEST
        ? null
        : new ConsentCookie(cookie.getName(), cookie.getValue());
  }

  private static String name(UriInfo uri) {
    return LOOPBACK.contains(String.valueOf(uri.getBaseUri().getHost())) ? PLAIN : SECURE;
  }

  /** In hexadecimal; of the name too, so that none counts as one of the other name. */
  String sha256() {
    try {
      byte[] text = (name + "=" + value).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Sets it for as long as the consent can be given. */
  NewCookie set(long seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(Math.toIntExact(seconds))
        .httpOnly(true)
        .secure(name.equals(SECURE))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
