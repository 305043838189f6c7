package dev.deckmill.api.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may send spans, and read them all: who has the token, or, where none is set, whoever is on
 * this machine. The gateway forwards neither.
 */
@Singleton
public final class SpanDoor {
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST_TOKEN = 16;

  private final Optional<byte[]> token;

  SpanDoor(SpansConfig config) {
    this.token = config.token().map(SpanDoor::checked);
  }

  private static byte[] checked(String token) {
    if (token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "deckmill.spans.token has %d characters; give it at least %d"
              .formatted(token.length(), SHORTEST_TOKEN));
    }
    return token.getBytes(UTF_8);
  }

  /**
   * Whether somebody may come in.
   *
   * @param authorization the header of that name
   * @param peer the other end of the connection, if it has an address
   */
  public boolean admits(@Nullable String authorization, @Nullable InetAddress peer) {
    return token
        .map(wanted -> shows(authorization, wanted))
        .orElseGet(() -> peer != null && peer.isLoopbackAddress());
  }

  private static boolean shows(@Nullable String authorization, byte[] wanted) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            authorization.substring(SCHEME.length()).strip().getBytes(UTF_8), wanted);
  }
}
