package dev.deckmill.drive.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The Google account that a tenant connected last. Without a token it was disconnected; what stays
 * recognizes the same account when it comes again.
 */
@Entity
@Table(name = "drive_token")
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class ConnectionRow {
  /** Set by Hibernate: a row that has it already counts as one that is there. */
  @Id @TenantId public String tenant;

  /** Another one each time an account is connected. */
  public String connectionId;

  public @Nullable String account;
  public String accountSha256;
  public String scope;

  /** Which key opens the token. */
  public @Nullable String keyId;

  public byte @Nullable [] tokenSealed;
  public Instant connectedAt;

  /** Null: as far as we know it works. */
  public @Nullable Instant brokenAt;

  protected ConnectionRow() {}

  /** The row of a tenant that had none. */
  public ConnectionRow(String accountSha256) {
    this.accountSha256 = accountSha256;
  }
}
