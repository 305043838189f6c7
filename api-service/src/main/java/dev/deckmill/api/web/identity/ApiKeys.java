package dev.deckmill.api.web.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.store.intake.KeyStore;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Knows API keys by their SHA-256.
 *
 * <p>A plain hash is enough, because a key is 256 random bits: there is no dictionary to try, and
 * guessing takes as long with a slow hash as with a fast one. It also makes the look-up safe
 * against timing: how far two hashes agree reveals nothing about the keys.
 */
@Singleton
public final class ApiKeys {
  private final KeyStore keys;

  ApiKeys(KeyStore keys) {
    this.keys = keys;
  }

  /** Whose key this is. */
  public Optional<Caller> callerOf(String key) {
    String hash = hash(key);
    return keys.find(hash)
        .filter(found -> same(found.sha256(), hash))
        .map(found -> new Caller(found.tenant(), found.name()));
  }

  static String hash(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
