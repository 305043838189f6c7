package dev.deckmill.api.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** An API key. */
@Entity
@Table(name = "api_key")
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class KeyRow {
  /** Unique, also across tenants. */
  @Id public byte[] sha256;

  @TenantId public String tenant;

  /** Which of its tenant's keys it is. */
  public String name;

  protected KeyRow() {}
}
