package dev.deckmill.drive.store;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Decks in places other than Drive: one row for each job and kind of place. */
@Singleton
public final class PlacedDeckStore {
  private final TenantDatabase database;

  public PlacedDeckStore(TenantDatabase database) {
    this.database = database;
  }

  /** What the row says of an order. */
  public sealed interface Begun {
    /** The same deck was delivered before. */
    record Before(Delivered delivered) implements Begun {}

    /** There is something to do. */
    record Now(PlacedDeck deck) implements Begun {}
  }

  /** Does {@code work} while nobody else, in whatever process, delivers the job's deck there. */
  public <T, X extends Exception> T alone(UploadDeck order, TenantDatabase.Alone<T, X> work)
      throws X {
    String place = order.place().wireName();
    return database.alone(
        "placed deck/" + place + "/" + order.tenant() + "/" + order.jobId(), work);
  }

  /**
   * Begins an order or takes it up. A deck with other bytes than the delivered one is delivered
   * anew, into the same place.
   */
  public Begun begin(UploadDeck order) {
    return database.as(
        order.tenant(),
        handle -> {
          Optional<Delivered> before = before(handle, order);
          return before.isPresent()
              ? new Begun.Before(before.get())
              : new Begun.Now(takeUp(handle, order));
        });
  }

  private static Optional<Delivered> before(Handle handle, UploadDeck order) {
    return handle
        .createQuery(
            "select * from drive.placed_deck where tenant = :tenant and job_id = :job"
                + " and target = :target and deck_sha256 = :sha256 and finished_at is not null")
        .bind("tenant", order.tenant())
        .bind("job", order.jobId())
        .bind("target", order.place().wireName())
        .bind("sha256", order.deck().sha256())
        .map((row, context) -> delivered(row))
        .findOne();
  }

  private static PlacedDeck takeUp(Handle handle, UploadDeck order) {
    return handle
        .createQuery(
            """
            insert into drive.placed_deck as p (tenant, job_id, target, deck_sha256, attempts)
            values (:tenant, :job, :target, :sha256, 1)
            on conflict (tenant, job_id, target) do update set
              deck_sha256 = excluded.deck_sha256, attempts = p.attempts + 1,
              finished_at = null, updated_at = now()
            returning *
            """)
        .bind("tenant", order.tenant())
        .bind("job", order.jobId())
        .bind("target", order.place().wireName())
        .bind("sha256", order.deck().sha256())
        .map(
            (row, context) ->
                new PlacedDeck(
                    order.tenant(),
                    order.jobId(),
                    order.place(),
                    row.getString("deck_sha256"),
                    Optional.ofNullable(row.getString("place")),
                    row.getInt("attempts"),
                    row.getInt("chunks")))
        .one();
  }

  private static Delivered delivered(ResultSet row) throws SQLException {
    return new Delivered(
        row.getString("place"),
        row.getString("folder"),
        Optional.ofNullable(row.getString("link")),
        row.getLong("bytes"),
        row.getInt("chunks"),
        row.getInt("attempts"),
        row.getLong("micros"),
        0,
        Optional.empty(),
        0);
  }

  /** Takes a place for the deck; false if another job of the tenant has it. */
  public boolean take(PlacedDeck deck, String place) {
    return database.as(
        deck.tenant(),
        handle -> {
          boolean free =
              handle
                  .createQuery(
                      "select 1 from drive.placed_deck where tenant = :tenant and target = :target"
                          + " and place = :place and job_id <> :job")
                  .bind("tenant", deck.tenant())
                  .bind("target", deck.target().wireName())
                  .bind("place", place)
                  .bind("job", deck.jobId())
                  .mapTo(Integer.class)
                  .findOne()
                  .isEmpty();
          if (free) {
            handle
                .createUpdate(
                    "update drive.placed_deck set place = :place, updated_at = now()"
                        + " where tenant = :tenant and job_id = :job and target = :target")
                .bind("place", place)
                .bind("tenant", deck.tenant())
                .bind("job", deck.jobId())
                .bind("target", deck.target().wireName())
                .execute();
          }
          return free;
        });
  }

  /** Does {@code work} while nobody else takes places in this folder of the tenant. */
  public <T, X extends Exception> T aloneIn(
      PlacedDeck deck, String folder, TenantDatabase.Alone<T, X> work) throws X {
    return database.alone(
        "placed deck folder/" + deck.target().wireName() + "/" + deck.tenant() + "/" + folder,
        work);
  }

  /** A try ended without success after so long. */
  public void spent(PlacedDeck deck, long micros) {
    database.use(
        deck.tenant(),
        handle ->
            handle.execute(
                "update drive.placed_deck set micros = micros + ?, updated_at = now()"
                    + " where tenant = ? and job_id = ? and target = ?",
                micros,
                deck.tenant(),
                deck.jobId(),
                deck.target().wireName()));
  }

  /** The deck lies where it should; gives what any later answer repeats. */
  public Delivered finish(
      PlacedDeck deck, String folder, Optional<String> link, long bytes, int chunks, long micros) {
    return database.as(
        deck.tenant(),
        handle ->
            handle
                .createQuery(
                    "update drive.placed_deck set folder = :folder, link = :link, bytes = :bytes,"
                        + " chunks = greatest(chunks + :chunks, 1), micros = micros + :micros,"
                        + " finished_at = now(), updated_at = now()"
                        + " where tenant = :tenant and job_id = :job and target = :target"
                        + " returning *")
                .bind("folder", folder)
                .bind("link", link.orElse(null))
                .bind("bytes", bytes)
                .bind("chunks", chunks)
                .bind("micros", micros)
                .bind("tenant", deck.tenant())
                .bind("job", deck.jobId())
                .bind("target", deck.target().wireName())
                .map((row, context) -> delivered(row))
                .one());
  }
}
