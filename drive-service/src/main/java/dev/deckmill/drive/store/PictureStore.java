package dev.deckmill.drive.store;

import dev.deckmill.drive.store.row.PictureRow;
import dev.deckmill.drive.store.row.PictureRows;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pictures that were delivered with decks: one row for each page. */
@Singleton
public final class PictureStore {
  private final TenantDatabase database;
  private final PictureRows rows;

  public PictureStore(TenantDatabase database, PictureRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * A picture's file.
   *
   * @param fileId Drive's id of it, known before it is made
   * @param sha256 the picture that it is known to hold
   * @param folderId where it is known to lie
   */
  public record Picture(
      int page, String fileId, Optional<String> sha256, Optional<String> folderId) {
    private static Picture of(PictureRow row) {
      return new Picture(
          row.page, row.fileId, Optional.ofNullable(row.sha256), Optional.ofNullable(row.folderId));
    }
  }

  /** What is remembered of a job's pictures, by page. */
  public Map<Integer, Picture> of(OpenUpload upload) {
    return database.as(
        upload.tenant(),
        () -> {
          Map<Integer, Picture> byPage = new TreeMap<>();
          rows.of(upload.jobId()).forEach(row -> byPage.put(row.page, Picture.of(row)));
          return byPage;
        });
  }

  /** Remembers pictures, in place of what was remembered of their pages. */
  public void put(OpenUpload upload, Collection<Picture> pictures) {
    database.use(
        upload.tenant(),
        () -> {
          Map<Integer, PictureRow> known = known(upload, pictures);
          for (Picture picture : pictures) {
            PictureRow row =
                known.computeIfAbsent(
                    picture.page(),
                    page -> new PictureRow(new PictureRow.Key(upload.jobId(), page)));
            row.fileId = picture.fileId();
            row.sha256 = picture.sha256().orElse(null);
            row.folderId = picture.folderId().orElse(null);
            rows.persist(row);
          }
        });
  }

  private Map<Integer, PictureRow> known(OpenUpload upload, Collection<Picture> pictures) {
    return rows.of(upload.jobId(), pictures.stream().map(Picture::page).toList()).stream()
        .collect(Collectors.toMap(row -> row.page, Function.identity()));
  }
}
