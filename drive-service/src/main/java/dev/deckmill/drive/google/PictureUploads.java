package dev.deckmill.drive.google;

import com.google.api.services.drive.model.File;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.drive.delivery.DeckUnreadableException;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveFile;
import dev.deckmill.drive.google.client.DriveMetadata;
import dev.deckmill.drive.google.client.DriveRefusedException;
import dev.deckmill.drive.google.client.UploadInterruptedException;
import dev.deckmill.drive.google.upload.DeckStream;
import dev.deckmill.drive.google.upload.WholeUpload;
import dev.deckmill.drive.store.OpenUpload;
import dev.deckmill.drive.store.PictureStore;
import dev.deckmill.drive.store.PictureStore.Picture;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.PictureList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the pictures of a deck's slides into Drive, a few at a time, each once: its id is generated
 * and remembered before it is sent.
 */
final class PictureUploads {
  /** As many as Drive generates in one call. */
  private static final int IDS_AT_ONCE = 1_000;

  private final DriveClient client;
  private final WholeUpload whole;
  private final Placing placing;
  private final PictureStore store;
  private final BlobStore blobs;
  private final int atOnce;

  PictureUploads(
      DriveClient client, WholeUpload whole, PictureStore store, BlobStore blobs, int atOnce) {
    this.client = client;
    this.whole = whole;
    this.placing = new Placing(client);
    this.store = store;
    this.blobs = blobs;
    this.atOnce = atOnce;
  }

  /** Puts those into {@code folder} that are not there yet. */
  void upload(UploadDeck order, OpenUpload upload, DeckPictures pictures, String folder)
      throws IOException {
    List<DeckPicture> all = listed(pictures.list());
    Map<Integer, Picture> known = named(upload, all);
    // Whoever waits here does the database's part: the senders need no connection of their own.
    try (ParallelSends<Picture> sends = new ParallelSends<>(atOnce)) {
      for (DeckPicture picture : all) {
        Picture before = known.get(picture.page());
        if (before != null && !isThere(before, picture, folder)) {
          sends.add(() -> sent(order, picture, before, folder));
        }
      }
      sends.await(done -> store.put(upload, List.of(done)));
    }
  }

  private List<DeckPicture> listed(BlobRef list) throws IOException {
    List<DeckPicture> all = new ArrayList<>();
    try (InputStream lines = blobs.open(list)) {
      PictureList.read(lines, all::add);
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
    return all;
  }

  /** Gives each picture an id that has none, and remembers them before any is sent. */
  private Map<Integer, Picture> named(OpenUpload upload, List<DeckPicture> all) throws IOException {
    Map<Integer, Picture> known = store.of(upload);
    List<Integer> nameless =
        all.stream().map(DeckPicture::page).filter(page -> !known.containsKey(page)).toList();
    for (int from = 0; from < nameless.size(); from += IDS_AT_ONCE) {
      List<Integer> some = nameless.subList(from, Math.min(nameless.size(), from + IDS_AT_ONCE));
      Iterator<String> ids = client.generateIds(some.size()).iterator();
      List<Picture> named =
          some.stream()
              .map(page -> new Picture(page, ids.next(), Optional.empty(), Optional.empty()))
              .toList();
      store.put(upload, named);
      named.forEach(picture -> known.put(picture.page(), picture));
    }
    return known;
  }

  private static boolean isThere(Picture before, DeckPicture wanted, String folder) {
    return before.sha256().filter(wanted.file().sha256()::equals).isPresent()
        && before.folderId().filter(folder::equals).isPresent();
  }

  private Picture sent(UploadDeck order, DeckPicture wanted, Picture before, String folder)
      throws IOException {
    String md5 = DeckStream.md5(blobs, wanted.file());
    DriveFile file = put(order, wanted, before.fileId(), folder, md5);
    if (!file.holds(wanted.file().length(), md5)) {
      throw new UploadInterruptedException("A picture in Drive has other bytes than it should");
    }
    return new Picture(
        wanted.page(), before.fileId(), Optional.of(wanted.file().sha256()), Optional.of(folder));
  }

  private DriveFile put(
      UploadDeck order, DeckPicture wanted, String fileId, String folder, String md5)
      throws IOException {
    File metadata = DriveMetadata.in(folder, DriveMetadata.picture(order, wanted.page()));
    metadata.setId(fileId).setMimeType(DriveMetadata.PNG);
    try {
      return DriveFile.of(whole.create(metadata, wanted.file(), DriveMetadata.PNG));
    } catch (DriveRefusedException e) {
      if (e.status() != 409) {
        throw e;
      }
    }
    // It is there: of an earlier try, or of an earlier delivery of the job.
    if (!DriveFile.of(client.file(fileId)).holds(wanted.file().length(), md5)) {
      whole.replace(fileId, new File(), wanted.file(), DriveMetadata.PNG);
    }
    return placing.place(fileId, DriveMetadata.picture(order, wanted.page()), folder);
  }
}
