package dev.deckmill.drive.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.drive.config.DriveConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What api-service has to show. */
@Singleton
@Startup
final class LinkToken {
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 32;

  private final Optional<byte[]> token;

  LinkToken(DriveConfig config) {
    this.token = config.linkToken().map(LinkToken::checked);
  }

  private static byte[] checked(String token) {
    if (token.length() < SHORTEST) {
      throw new IllegalStateException(
          "deckmill.drive.link-token has %d characters; give it at least %d, such as those of: openssl rand -hex 24"
              .formatted(token.length(), SHORTEST));
    }
    return token.getBytes(UTF_8);
  }

  /** Whether a header of that name shows it; without a token none does. */
  boolean shownBy(@Nullable String authorization) {
    return authorization != null
        && authorization.startsWith(SCHEME)
        && token
            .filter(
                wanted ->
                    MessageDigest.isEqual(
                        authorization.substring(SCHEME.length()).getBytes(UTF_8), wanted))
            .isPresent();
  }
}
