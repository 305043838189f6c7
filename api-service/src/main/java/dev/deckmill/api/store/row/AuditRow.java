package dev.deckmill.api.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Something that was done. Its time is the database's. */
@Entity
@Table(name = "audit")
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class AuditRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public @Nullable Long id;

  @TenantId public String tenant;
  public String actor;
  public String action;
  public String object;
  public String result;
  public @Nullable String traceId;

  protected AuditRow() {}
}
