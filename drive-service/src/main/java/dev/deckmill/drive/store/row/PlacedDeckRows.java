package dev.deckmill.drive.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Decks by job and kind of place. */
@Singleton
public final class PlacedDeckRows
    implements PanacheRepositoryBase<PlacedDeckRow, PlacedDeckRow.Key> {
  /** Whether another job has this place. */
  public boolean isTaken(String place, PlacedDeckRow.Key by) {
    return count("target = ?1 and place = ?2 and jobId <> ?3", by.target(), place, by.jobId()) > 0;
  }
}
