package dev.deckmill.drive.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/**
 * Connected accounts by their tenant. What is said of one connection changes nothing of a newer
 * one, which may have come in between.
 */
@Singleton
public final class ConnectionRows implements PanacheRepositoryBase<ConnectionRow, String> {
  /** Its token is sealed with another key. */
  public void reseal(String connectionId, String keyId, byte[] tokenSealed) {
    update(
        "keyId = ?1, tokenSealed = ?2 where connectionId = ?3", keyId, tokenSealed, connectionId);
  }

  /** It is good for nothing from now on. */
  public void markBroken(String connectionId) {
    update("brokenAt = instant where connectionId = ?1 and brokenAt is null", connectionId);
  }

  /** Account and token are forgotten. */
  public void forget(String connectionId) {
    update(
        "account = null, keyId = null, tokenSealed = null where connectionId = ?1", connectionId);
  }
}
