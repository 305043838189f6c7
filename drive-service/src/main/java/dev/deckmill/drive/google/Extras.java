package dev.deckmill.drive.google;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveFile;
import dev.deckmill.drive.google.client.DriveMetadata;
import dev.deckmill.drive.store.OpenUpload;
import dev.deckmill.drive.store.UploadStore;
import java.io.IOException;
import java.util.List;

/** What is done about a deck once its bytes are in Drive. */
final class Extras {
  /** The folder of the pictures, beside the deck. */
  static final String PICTURES = "previews";

  private final UploadStore uploads;
  private final Folders folders;
  private final Placing placing;
  private final Sharing sharing;
  private final SlidesCopy slides;
  private final PictureUploads pictures;

  Extras(
      DriveClient client,
      UploadStore uploads,
      Folders folders,
      SlidesCopy slides,
      PictureUploads pictures) {
    this.uploads = uploads;
    this.folders = folders;
    this.placing = new Placing(client);
    this.sharing = new Sharing(client);
    this.slides = slides;
    this.pictures = pictures;
  }

  /** Does all that is asked for besides the file; gives what Drive says of the file then. */
  DriveFile add(UploadDeck order, OpenUpload upload, String folder, DriveFile uploaded)
      throws IOException {
    DeliveryOptions options = order.optionsOrNone();
    // Which file it is and how it was placed may have been settled by this very try.
    OpenUpload now = uploads.reread(upload);
    String fileId = now.fileId().orElseThrow();
    DriveFile file = uploaded;
    if (options.wantsGoogleSlides()) {
      slides.keep(order, now, fileId, folder);
    }
    sharing.share(fileId, options);
    DeckPictures wanted = options.pictures();
    if (wanted != null) {
      pictures.upload(order, now, wanted, folderOfPictures(order, folder, wanted));
      uploads.pictures(upload, wanted.count());
    }
    if (!now.placed()) {
      file = placing.place(fileId, DriveMetadata.deck(order), folder);
      uploads.placed(upload);
    }
    return file;
  }

  private String folderOfPictures(UploadDeck order, String folder, DeckPictures wanted)
      throws IOException {
    return switch (wanted.place()) {
      case BESIDE -> folder;
      case FOLDER -> folders.innermost(order.tenant(), folder, List.of(PICTURES));
    };
  }
}
