package dev.deckmill.drive.s3;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.delivery.DeckUnreadableException;
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
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket. Exactly one object for each job, because its key has the job's id in it: putting it
 * twice puts the same bytes under the same key, and what is there already is seen and left alone.
 */
public final class S3Target implements DeliveryTarget {
  private static final int SMALLEST_PART = 5 * 1024 * 1024;
  private static final int LONGEST_KEY = 1_024;

  private final S3Client s3;
  private final DriveConfig.S3 config;
  private final String bucket;
  private final int partBytes;
  private final PlacedDeckStore store;
  private final BlobStore blobs;

  /**
   * A target in the bucket of the configuration.
   *
   * @throws IllegalStateException if the settings can't work, with how to mend them
   */
  public S3Target(
      DriveConfig.S3 config,
      DriveConfig.Timeouts timeouts,
      PlacedDeckStore store,
      BlobStore blobs) {
    long part = config.partBytes().asLongValue();
    if (part < SMALLEST_PART || part > Integer.MAX_VALUE) {
      throw new IllegalStateException(
          "deckmill.drive.s3.part-bytes is " + part + " and has to be 5242880 or more");
    }
    this.s3 = S3Access.open(config, timeouts);
    this.config = config;
    this.bucket = config.bucket().orElseThrow();
    this.partBytes = (int) part;
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
    String folder = folder(order);
    String key = key(order, folder);
    try {
      // The job's id is a part of the key, so that no other job can have it.
      store.take(deck, key);
      int chunks = put(new DeckObject(s3, bucket, key, order.jobId(), order.deck()), watch);
      return store.finish(
          deck,
          folder,
          PlaceLink.of(config.linkBase(), key),
          order.deck().length(),
          chunks,
          micros(start));
    } catch (DeliveryException e) {
      store.spent(deck, micros(start));
      throw e;
    }
  }

  private int put(DeckObject object, DeliveryWatch watch) throws DeliveryException {
    try {
      return sent(object, watch);
    } catch (DeliveryException e) {
      // Whether there will be another try is not known here, and none goes on with these parts.
      object.abandon();
      throw e;
    }
  }

  /** Puts the deck there, unless an earlier try did; gives how many requests carried bytes. */
  private int sent(DeckObject object, DeliveryWatch watch) throws DeliveryException {
    try {
      int chunks = object.there() ? 0 : object.send(blobs, partBytes, watch);
      if (!object.there()) {
        throw DeliveryException.passing(
            ErrorType.DRIVE_UNAVAILABLE, "The S3 server does not have the deck that it took");
      }
      return chunks;
    } catch (SdkException e) {
      throw S3Troubles.of(e);
    } catch (DeckUnreadableException e) {
      throw e.outcome();
    } catch (IOException e) {
      throw DeliveryException.passing(
          ErrorType.DRIVE_UNAVAILABLE,
          "The deck could not be sent (" + e.getClass().getSimpleName() + ")",
          e);
    }
  }

  private String folder(UploadDeck order) throws DeliveryException {
    return config.prefix().orElse("") + String.join("/", PlaceNames.folders(order));
  }

  private static String key(UploadDeck order, String folder) throws DeliveryException {
    String key = folder + "/" + PlaceNames.encoded(order.jobId()) + "/" + PlaceNames.file(order, 1);
    if (key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw DeliveryException.lasting(
          ErrorType.NAME_INVALID,
          "The folders and the title together are too long for a bucket; choose shorter ones");
    }
    return key;
  }

  private static long micros(long start) {
    return (System.nanoTime() - start) / 1_000;
  }
}
