package dev.deckmill.api.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A page, for reading: it is SQL that moves pages. */
@Entity
@Table(name = "page")
@IdClass(PageRow.Key.class)
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class PageRow {
  /** Its place in a job. */
  public record Key(String jobId, int number) {}

  @Id public String jobId;
  @Id public int number;
  @TenantId public String tenant;
  public String name;
  public String state;
  public int starts;

  /** The attempt that finished the page. */
  public @Nullable Integer resultAttempt;

  public @Nullable Long queueWaitMs;
  public @Nullable String slideTitle;
  public @Nullable String troubleCode;
  public @Nullable String troubleDetail;

  protected PageRow() {}
}
