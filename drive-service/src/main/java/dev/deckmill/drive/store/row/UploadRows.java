package dev.deckmill.drive.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Uploads by their job. */
@Singleton
public final class UploadRows implements PanacheRepositoryBase<UploadRow, String> {
  /** What is begun is not gone on with, and its file not used again: it lies in another account. */
  public void ofOtherAccount() {
    update("ofOtherAccount = true, sessionSealed = null");
  }
}
