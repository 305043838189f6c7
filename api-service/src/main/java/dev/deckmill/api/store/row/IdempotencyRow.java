package dev.deckmill.api.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A submission that came with a key. One statement of SQL writes it, which nobody gets between. */
@Entity
@Table(name = "idempotency")
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class IdempotencyRow {
  /** Unique within the tenant. */
  @Id
  @Column(name = "key")
  public String clientKey;

  @TenantId public String tenant;

  /** Of the submission's content. */
  public String fingerprint;

  public String jobId;
  public Instant createdAt;

  protected IdempotencyRow() {}
}
