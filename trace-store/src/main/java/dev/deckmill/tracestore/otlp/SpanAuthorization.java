package dev.deckmill.tracestore.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may send spans, and read them all: who has the token, and nobody where none is set. Where a
 * request comes from says nothing: a proxy on this machine passes on what others send. The gateway
 * forwards neither.
 */
@Singleton
public final class SpanAuthorization {
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST_TOKEN = 16;

  private final Optional<byte[]> token;

  SpanAuthorization(SpansConfig config) {
    this.token = config.token().map(SpanAuthorization::checked);
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
   */
  public boolean admits(@Nullable String authorization) {
    return token.isPresent() && shows(authorization, token.get());
  }

  /** What to do for someone to be let in, in one sentence. */
  public String howToComeIn() {
    return token.isPresent()
        ? "Send the token of this installation as \"Authorization: Bearer <token>\""
        : "No spans are taken until deckmill.spans.token is set; then send it as"
            + " \"Authorization: Bearer <token>\"";
  }

  private static boolean shows(@Nullable String authorization, byte[] wanted) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            authorization.substring(SCHEME.length()).strip().getBytes(UTF_8), wanted);
  }
}
