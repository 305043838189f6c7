package dev.deckmill.api.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A job, for reading: it is SQL that moves jobs. */
@Entity
@Table(name = "job")
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class JobRow {
  @Id public String id;
  @TenantId public String tenant;
  public String title;
  public String state;
  public String conversion;
  public String delivery;
  public @Nullable String troubleCode;
  public @Nullable String troubleDetail;
  public @Nullable String deliveryCode;
  public @Nullable String deliveryDetail;
  public String onPageError;
  public String target;
  public String textProfile;
  public String previews;
  public String[] folderPath;
  public String deckTarget;
  public int pages;
  public @Nullable Long slideWidthEmu;
  public @Nullable Long slideHeightEmu;
  public @Nullable String traceparent;
  public @Nullable String tag;

  @Column(columnDefinition = "json")
  public @Nullable String deliveryWish;

  public int run;
  public Instant createdAt;
  public Instant updatedAt;
  public @Nullable Instant retriedAt;
  public @Nullable Instant startedAt;
  public @Nullable Instant convertedAt;
  public @Nullable Instant packagedAt;
  public @Nullable Instant finishedAt;
  public @Nullable String driveFileId;
  public @Nullable String driveFolderId;
  public @Nullable String driveLink;
  public @Nullable String slidesFileId;
  public @Nullable String slidesLink;

  /** How many pictures of slides lie with the deck. */
  @Column(name = "pictures")
  public @Nullable Integer deliveredPictures;

  public @Nullable Long uploadBytes;
  public @Nullable Long uploadBytesAll;

  /** How many decks it has come to. */
  @Formula("(select count(*) from api.deck d where d.job_id = id)")
  public int decks;

  protected JobRow() {}
}
