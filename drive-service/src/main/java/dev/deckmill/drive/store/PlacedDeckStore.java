package dev.deckmill.drive.store;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.store.row.PlacedDeckRow;
import dev.deckmill.drive.store.row.PlacedDeckRows;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;

/** Decks in places other than Drive: one row for each job and kind of place. */
@Singleton
public final class PlacedDeckStore {
  private final TenantDatabase database;
  private final PlacedDeckRows rows;

  public PlacedDeckStore(TenantDatabase database, PlacedDeckRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Brings a deck to its place. */
  @FunctionalInterface
  public interface Attempt {
    /** Delivers it, or fails. */
    Delivered deliver(PlacedDeck deck) throws DeliveryException;
  }

  /** What the row says of an order. */
  private sealed interface Begun {
    /** The same deck was delivered before. */
    record Before(Delivered delivered) implements Begun {}

    /** There is something to do. */
    record Now(PlacedDeck deck) implements Begun {}
  }

  /**
   * Has {@code attempt} deliver the job's deck, unless the same deck was delivered before, while
   * nobody else, in whatever process, delivers it there.
   */
  public Delivered once(UploadDeck order, Attempt attempt) throws DeliveryException {
    String place = order.place().wireName();
    return database.<Delivered, DeliveryException>alone(
        "placed deck/" + place + "/" + order.tenant() + "/" + order.jobId(),
        () ->
            switch (begin(order)) {
              case Begun.Before before -> before.delivered();
              case Begun.Now now -> attempt.deliver(now.deck());
            });
  }

  /**
   * Begins an order or takes it up. A deck with other bytes than the delivered one is delivered
   * anew, into the same place.
   */
  private Begun begin(UploadDeck order) {
    PlacedDeckRow.Key key = new PlacedDeckRow.Key(order.jobId(), order.place().wireName());
    String sha256 = order.deck().sha256();
    return database.as(
        order.tenant(),
        () -> {
          PlacedDeckRow row =
              rows.findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE)
                  .orElseGet(() -> new PlacedDeckRow(key));
          if (row.isDelivered(sha256)) {
            return new Begun.Before(delivered(row));
          }
          row.takeUp(sha256);
          rows.persist(row);
          return new Begun.Now(open(order, row));
        });
  }

  private static PlacedDeck open(UploadDeck order, PlacedDeckRow row) {
    return new PlacedDeck(
        order.tenant(),
        row.jobId,
        order.place(),
        row.deckSha256,
        Optional.ofNullable(row.place),
        row.attempts,
        row.chunks);
  }

  private static Delivered delivered(PlacedDeckRow row) {
    return new Delivered(
        Objects.requireNonNull(row.place),
        Objects.requireNonNull(row.folder),
        Optional.ofNullable(row.link),
        Objects.requireNonNull(row.bytes),
        row.chunks,
        row.attempts,
        row.micros,
        0,
        Optional.empty(),
        0);
  }

  /** Takes a place for the deck; false if another job of the tenant has it. */
  public boolean take(PlacedDeck deck, String place) {
    PlacedDeckRow.Key key = key(deck);
    return database.as(
        deck.tenant(),
        () -> {
          boolean free = !rows.isTaken(place, key);
          if (free) {
            rows.findById(key).place = place;
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
    database.use(deck.tenant(), () -> rows.findById(key(deck)).micros += micros);
  }

  /** The deck lies where it should; gives what any later answer repeats. */
  public Delivered finish(
      PlacedDeck deck, String folder, Optional<String> link, long bytes, int chunks, long micros) {
    return database.as(
        deck.tenant(),
        () -> {
          PlacedDeckRow row = rows.findById(key(deck));
          row.folder = folder;
          row.link = link.orElse(null);
          row.bytes = bytes;
          row.chunks = Math.max(row.chunks + chunks, 1);
          row.micros += micros;
          row.finishedAt = database.now();
          return delivered(row);
        });
  }

  private static PlacedDeckRow.Key key(PlacedDeck deck) {
    return new PlacedDeckRow.Key(deck.jobId(), deck.target().wireName());
  }
}
