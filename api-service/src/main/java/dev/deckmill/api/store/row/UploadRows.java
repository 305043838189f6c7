package dev.deckmill.api.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Uploads by their id. */
@Singleton
public final class UploadRows implements PanacheRepositoryBase<UploadRow, String> {
  /** A whole file that is still kept. */
  public Optional<UploadRow> kept(String id) {
    return find("id = ?1 and fileKey is not null and expiresAt > instant", id)
        .singleResultOptional();
  }
}
