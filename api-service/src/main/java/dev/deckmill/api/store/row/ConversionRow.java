package dev.deckmill.api.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What an attempt at converting a page did, for reading; of a page that became no slide, less. */
@Entity
@Table(name = "stage_row")
@SQLRestriction("stage = 'convert'")
@IdClass(ConversionRow.Key.class)
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class ConversionRow {
  /** An attempt at a page of a job. */
  public record Key(String jobId, int page, int attempt) {}

  @Id public String jobId;
  @Id public int page;
  @Id public int attempt;
  @TenantId public String tenant;
  public @Nullable Long parseUs;
  public @Nullable Long analyzeUs;
  public @Nullable Long mapUs;
  public @Nullable Long embedUs;
  public @Nullable Integer nativeElements;
  public @Nullable Integer approximateElements;
  public @Nullable Integer rasterElements;

  /** The first of its findings, a JSON array. */
  @Column(columnDefinition = "jsonb")
  public String findings;

  /** How many there are in all. */
  public int findingCount;

  /** What else is known of it, a JSON object. */
  @Column(columnDefinition = "jsonb")
  public String figures;

  protected ConversionRow() {}
}
