package dev.deckmill.api.web.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.deckmill.api.store.intake.KeyStore;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Knows API keys by their SHA-256.
 *
 * <p>A plain hash is enough, because a key is 256 random bits: there is no dictionary to try, and
 * guessing takes as long with a slow hash as with a fast one. It also makes the look-up safe
 * against timing: how far two hashes agree reveals nothing about the keys.
 *
 * <p>A key that was found counts for {@link #KNOWN} without being looked for again: clients ask
 * often how far a job is. One that was not found is looked for every time.
 */
@Singleton
public final class ApiKeys {
  /** How long a key that is taken away may still be used. */
  private static final Duration KNOWN = Duration.ofSeconds(1);

  private static final int MOST_KNOWN = 10_000;

  private final KeyStore keys;
  private final Cache<String, Caller> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(MOST_KNOWN).build();

  ApiKeys(KeyStore keys) {
    this.keys = keys;
  }

  /** Whose key this is. */
  public Optional<Caller> callerOf(String key) {
    String hash = hash(key);
    Caller caller = known.getIfPresent(hash);
    if (caller != null) {
      return Optional.of(caller);
    }
    // not within the cache: who asks with another key must not wait for this one's answer
    Optional<Caller> found = find(hash);
    found.ifPresent(valid -> known.put(hash, valid));
    return found;
  }

  private Optional<Caller> find(String hash) {
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
