package dev.deckmill.drive.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A consent that was asked for and not yet answered. */
@Entity
@Table(name = "drive_consent")
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class ConsentRow {
  /** Of the state that comes back with the answer. */
  @Id public String stateSha256;

  @TenantId public String tenant;

  /** Which key opens the verifier. */
  public String keyId;

  public byte[] verifierSealed;
  public Instant expiresAt;

  /** The browser that opened the consent; null: none has yet. */
  public @Nullable String browserSha256;

  protected ConsentRow() {}

  /**
   * A consent that no browser has opened.
   *
   * @param verifierSealed what the code has to be exchanged with
   */
  public ConsentRow(String stateSha256, String keyId, byte[] verifierSealed, Instant expiresAt) {
    this.stateSha256 = stateSha256;
    this.keyId = keyId;
    this.verifierSealed = verifierSealed;
    this.expiresAt = expiresAt;
  }
}
