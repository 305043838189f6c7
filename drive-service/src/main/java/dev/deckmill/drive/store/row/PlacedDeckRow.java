package dev.deckmill.drive.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

/** A job's deck in a place other than Drive. */
@Entity
@Table(name = "placed_deck")
@IdClass(PlacedDeckRow.Key.class)
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class PlacedDeckRow {
  /** A job and the kind of place, as it is written in orders. */
  public record Key(String jobId, String target) {}

  @Id public String jobId;
  @Id public String target;
  @TenantId public String tenant;

  /** Of the deck that was ordered last. */
  public String deckSha256;

  /** Path or key, the tenant's own beginning included; taken before the first byte is written. */
  public @Nullable String place;

  public @Nullable String folder;
  public @Nullable String link;
  public int attempts;
  public int chunks;
  public @Nullable Long bytes;
  public long micros;

  @UpdateTimestamp(source = SourceType.DB)
  public Instant updatedAt;

  /** Null: not delivered yet. */
  public @Nullable Instant finishedAt;

  protected PlacedDeckRow() {}

  /** The row of a job that had none for this kind of place. */
  public PlacedDeckRow(Key key) {
    this.jobId = key.jobId();
    this.target = key.target();
  }

  /** Whether this deck was delivered. */
  public boolean isDelivered(String sha256) {
    return finishedAt != null && sha256.equals(deckSha256);
  }

  /** An order is begun or taken up; another deck goes to the same place. */
  public void takeUp(String sha256) {
    deckSha256 = sha256;
    attempts++;
    finishedAt = null;
  }
}
