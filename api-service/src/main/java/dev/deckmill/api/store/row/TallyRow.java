package dev.deckmill.api.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** How many pages of a job are in which state; the database itself counts them. */
@Entity
@Table(name = "page_tally")
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class TallyRow {
  @Id public String jobId;
  @TenantId public String tenant;
  public int queued;
  public int fetching;
  public int converting;
  public int succeeded;
  public int degraded;
  public int failed;
  public int skipped;
  public int cancelled;

  protected TallyRow() {}
}
