package dev.deckmill.drive.files;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.delivery.DeliveryTarget;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.delivery.PlaceLink;
import dev.deckmill.drive.delivery.PlaceNames;
import dev.deckmill.drive.store.PlacedDeck;
import dev.deckmill.drive.store.PlacedDeckStore;
import dev.deckmill.service.blob.BlobStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A directory. Exactly one file for each job: its path is settled and remembered before a byte is
 * written, the bytes come under another name, and the file is there whole or not at all.
 */
public final class FilesTarget implements DeliveryTarget {
  /** More decks of one name in one folder than this are a mistake. */
  private static final int MOST_COPIES = 1_000;

  private final DeckDirectory directory;
  private final Optional<URI> linkBase;
  private final PlacedDeckStore store;
  private final BlobStore blobs;

  /**
   * A target in a directory.
   *
   * @param linkBase what links begin with, if there are any
   * @throws IllegalStateException if it is none that can be written to, with how to mend it
   */
  public FilesTarget(Path root, Optional<URI> linkBase, PlacedDeckStore store, BlobStore blobs) {
    this.directory = DeckDirectory.at(root);
    this.linkBase = linkBase;
    this.store = store;
    this.blobs = blobs;
  }

  @Override
  public Delivered deliver(UploadDeck order, DeliveryWatch watch) throws DeliveryException {
    return store.once(order, deck -> attempt(order, deck, watch));
  }

  private Delivered attempt(UploadDeck order, PlacedDeck deck, DeliveryWatch watch)
      throws DeliveryException {
    long start = System.nanoTime();
    watch.begun(deck.attempts());
    List<String> folders = PlaceNames.folders(order);
    String folder = String.join("/", folders);
    try (DeckFile file = DeckFile.write(directory, folders, blobs, order)) {
      watch.progressed(order.deck().length(), order.deck().length());
      String place = put(order, deck, folder, file);
      return store.finish(
          deck, folder, PlaceLink.of(linkBase, place), order.deck().length(), 1, micros(start));
    } catch (IOException e) {
      store.spent(deck, micros(start));
      throw DeckDirectory.trouble(e);
    } catch (DeliveryException e) {
      store.spent(deck, micros(start));
      throw e;
    }
  }

  /** Gives the file its name, and that name to no other job. */
  private String put(UploadDeck order, PlacedDeck deck, String folder, DeckFile file)
      throws IOException, DeliveryException {
    if (deck.place().isPresent() && deck.place().get().startsWith(folder + "/")) {
      String name = deck.place().get().substring(folder.length() + 1);
      if (name.indexOf('/') < 0) {
        // Settled by an earlier try or an earlier run: what lies there is this job's.
        file.replace(name);
        return deck.place().get();
      }
    }
    return store.aloneIn(deck, folder, () -> settle(order, deck, folder, file));
  }

  private String settle(UploadDeck order, PlacedDeck deck, String folder, DeckFile file)
      throws DeliveryException {
    for (int copy = 1; copy <= MOST_COPIES; copy++) {
      String name = PlaceNames.file(order, copy);
      String place = folder + "/" + name;
      if (!file.exists(name) && store.take(deck, place)) {
        try {
          file.replace(name);
        } catch (IOException e) {
          throw DeckDirectory.trouble(e);
        }
        return place;
      }
    }
    throw DeliveryException.lasting(
        ErrorType.DRIVE_FOLDER,
        "The folder has " + MOST_COPIES + " files of that name; choose another title or folder");
  }

  private static long micros(long start) {
    return (System.nanoTime() - start) / 1_000;
  }
}
