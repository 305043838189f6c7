package dev.deckmill.drive.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;

/** Pictures by job and page. */
@Singleton
public final class PictureRows implements PanacheRepositoryBase<PictureRow, PictureRow.Key> {
  /** Those of a job, in the order of its pages. */
  public List<PictureRow> of(String jobId) {
    return list("jobId = ?1 order by page", jobId);
  }

  /** Those of some of its pages. */
  public List<PictureRow> of(String jobId, List<Integer> pages) {
    return list("jobId = ?1 and page in ?2", jobId, pages);
  }
}
