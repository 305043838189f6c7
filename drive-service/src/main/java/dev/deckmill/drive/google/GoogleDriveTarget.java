package dev.deckmill.drive.google;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.delivery.DeliveryTarget;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveFile;
import dev.deckmill.drive.google.client.DriveRefusedException;
import dev.deckmill.drive.google.client.DriveTroubles;
import dev.deckmill.drive.google.upload.FileUpload;
import dev.deckmill.drive.google.upload.WholeUpload;
import dev.deckmill.drive.store.FolderStore;
import dev.deckmill.drive.store.OpenUpload;
import dev.deckmill.drive.store.PictureStore;
import dev.deckmill.drive.store.SlidesStore;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.drive.store.UploadStore.Begun;
import dev.deckmill.service.blob.BlobStore;
import java.io.IOException;

/**
 * Google Drive. Exactly one file for each job, because its id is generated and remembered before
 * anything is sent: making it twice is refused, and that refusal is looked into and may mean
 * success.
 *
 * <pre>
 * folder → id, md5 → session → bytes → verified → placed → shared → slides → pictures → remembered
 *                       ↑ asked first, if an earlier try left one
 * </pre>
 *
 * A step that an earlier try has done is not done again, or changes nothing.
 */
public final class GoogleDriveTarget implements DeliveryTarget {
  /** Drive takes chunks in multiples of this, except for the last one. */
  private static final int GRAIN = 256 * 1024;

  private static final int MOST_PICTURES = 10;

  private final FileUpload files;
  private final Folders folders;
  private final Extras extras;
  private final UploadStore uploads;
  private final String rootFolder;

  /**
   * A target behind a way to Drive.
   *
   * @throws IllegalStateException if chunks would not be of a size that Drive takes, or too many
   *     pictures would be sent at once
   */
  public GoogleDriveTarget(
      DriveAccess access,
      UploadStore uploads,
      FolderStore folders,
      SlidesStore slides,
      PictureStore pictures,
      BlobStore blobs,
      DriveConfig config) {
    long chunk = config.chunkBytes().asLongValue();
    if (chunk < GRAIN || chunk % GRAIN != 0) {
      throw new IllegalStateException(
          "deckmill.drive.chunk-bytes is " + chunk + " and has to be a multiple of 262144");
    }
    if (config.picturesAtOnce() < 1 || config.picturesAtOnce() > MOST_PICTURES) {
      throw new IllegalStateException(
          "deckmill.drive.pictures-at-once is "
              + config.picturesAtOnce()
              + " and has to be from 1 to "
              + MOST_PICTURES);
    }
    DriveClient client = new DriveClient(access.drive());
    WholeUpload whole = new WholeUpload(access, blobs, chunk);
    this.files = new FileUpload(access, client, uploads, blobs, chunk);
    this.folders = new Folders(client, folders);
    this.extras =
        new Extras(
            client,
            uploads,
            this.folders,
            new SlidesCopy(client, whole, slides),
            new PictureUploads(client, whole, pictures, blobs, config.picturesAtOnce()));
    this.uploads = uploads;
    this.rootFolder = config.rootFolder();
  }

  @Override
  public Delivered deliver(UploadDeck order, DeliveryWatch watch) throws DeliveryException {
    return uploads.alone(
        order.tenant(),
        order.jobId(),
        () ->
            switch (uploads.begin(order)) {
              case Begun.Before before -> before.delivered();
              case Begun.Now now -> attempt(order, now.upload(), watch);
            });
  }

  private Delivered attempt(UploadDeck order, OpenUpload upload, DeliveryWatch watch)
      throws DeliveryException {
    long start = System.nanoTime();
    watch.begun(upload.attempts());
    String root = order.parentFolderId() == null ? rootFolder : order.parentFolderId();
    boolean remembered = folders.remembers(order.tenant(), root, order.folderPath());
    try {
      String folder = folders.innermost(order.tenant(), root, order.folderPath());
      DriveFile file =
          extras.add(order, upload, folder, files.upload(order, upload, folder, watch));
      return uploads.finish(upload, folder, file.link(), file.bytes(), micros(start));
    } catch (IOException e) {
      uploads.spent(upload, micros(start));
      if (remembered && e instanceof DriveRefusedException refused && refused.status() == 404) {
        folders.forget(order.tenant(), root, order.folderPath());
        throw DriveTroubles.folderGone();
      }
      throw DriveTroubles.of(e);
    }
  }

  private static long micros(long start) {
    return (System.nanoTime() - start) / 1_000;
  }
}
