package dev.deckmill.api.testing;

import dev.deckmill.service.testing.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/** Keys of tenants, past the service. */
public final class ApiKeys {
  private ApiKeys() {}

  /** Makes a key valid for a tenant. */
  public static void add(String tenant, String key) {
    Rows.change(
        "insert into api.api_key (tenant, name, sha256) values (:tenant, 'test', :hash) on conflict do nothing",
        Map.of("tenant", tenant, "hash", sha256(key)));
  }

  /** Takes a key away. */
  public static void remove(String key) {
    Rows.change("delete from api.api_key where sha256 = :hash", Map.of("hash", sha256(key)));
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
