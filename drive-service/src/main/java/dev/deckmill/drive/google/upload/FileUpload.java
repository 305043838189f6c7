package dev.deckmill.drive.google.upload;

import com.google.api.services.drive.model.File;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveFile;
import dev.deckmill.drive.google.client.DriveMetadata;
import dev.deckmill.drive.google.client.DriveRefusedException;
import dev.deckmill.drive.google.client.UploadInterruptedException;
import dev.deckmill.drive.store.OpenUpload;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.service.blob.BlobStore;
import java.io.IOException;
import java.util.Optional;

/** Brings a deck's bytes into one file, from wherever an earlier try left off. */
public final class FileUpload {
  private final DriveAccess access;
  private final DriveClient client;
  private final UploadSessions sessions;
  private final UploadStore uploads;
  private final BlobStore blobs;
  private final long chunkBytes;

  public FileUpload(
      DriveAccess access,
      DriveClient client,
      UploadStore uploads,
      BlobStore blobs,
      long chunkBytes) {
    this.access = access;
    this.client = client;
    this.sessions = new UploadSessions(access.drive());
    this.uploads = uploads;
    this.blobs = blobs;
    this.chunkBytes = chunkBytes;
  }

  /** Uploads into {@code folder} what is not there yet, and makes sure of all of it. */
  public DriveFile upload(UploadDeck order, OpenUpload upload, String folder, DeliveryWatch watch)
      throws IOException {
    String md5 =
        upload.deckMd5().isPresent() ? upload.deckMd5().get() : DeckStream.md5(blobs, order.deck());
    if (upload.held() && upload.fileId().isPresent()) {
      Optional<DriveFile> there = client.find(upload.fileId().get()).map(DriveFile::of);
      if (there.isEmpty()) {
        uploads.forgetFile(upload);
        throw new UploadInterruptedException("The file was deleted in Google Drive");
      }
      if (there.get().holds(order.deck().length(), md5)) {
        return there.get();
      }
    }
    String fileId = upload.fileId().isPresent() ? upload.fileId().get() : client.generateId();
    uploads.prepare(upload, fileId, md5);
    DriveFile file = new Course(order, upload, fileId, md5, watch).run(folder);
    if (!file.holds(order.deck().length(), md5)) {
      // The finished session would give the same answer for ever.
      uploads.endSession(upload);
      throw new UploadInterruptedException("The file in Drive has other bytes than the deck");
    }
    uploads.held(upload);
    return file;
  }

  /** One try's way through Drive's protocol. */
  private final class Course {
    private final UploadDeck order;
    private final OpenUpload upload;
    private final String fileId;
    private final String md5;
    private final DeliveryWatch watch;
    private long before = -1;
    private boolean renewed;

    Course(UploadDeck order, OpenUpload upload, String fileId, String md5, DeliveryWatch watch) {
      this.order = order;
      this.upload = upload;
      this.fileId = fileId;
      this.md5 = md5;
      this.watch = watch;
    }

    private long length() {
      return order.deck().length();
    }

    DriveFile run(String folder) throws IOException {
      if (upload.session().isPresent()) {
        String session = upload.session().get();
        SessionAnswer answer = sessions.ask(session, length());
        if (answer instanceof SessionAnswer.Waiting waiting) {
          uploads.countResume(upload);
          watch.resumed(waiting.bytes());
        }
        if (!(answer instanceof SessionAnswer.Gone)) {
          return drain(session, answer);
        }
        uploads.endSession(upload);
      }
      return begin(folder);
    }

    private DriveFile begin(String folder) throws IOException {
      File metadata =
          DriveMetadata.in(folder, DriveMetadata.deck(order))
              .setId(fileId)
              .setMimeType(DriveMetadata.PPTX);
      try {
        String session = sessions.startNew(metadata, content());
        uploads.startFirstSession(upload, session);
        return drain(session, new SessionAnswer.Waiting(0));
      } catch (DriveRefusedException e) {
        if (e.status() == 409) {
          return existing();
        }
        throw e;
      }
    }

    /** The id is taken, by ourselves: an earlier try succeeded and its answer was lost. */
    private DriveFile existing() throws IOException {
      DriveFile there = DriveFile.of(client.file(fileId));
      if (there.holds(length(), md5)) {
        return there;
      }
      String session = sessions.startReplacing(fileId, new File(), content());
      uploads.startSession(upload, session);
      return drain(session, new SessionAnswer.Waiting(0));
    }

    private UploadSessions.Content content() {
      return new UploadSessions.Content(
          DriveMetadata.PPTX, length(), order.optionsOrNone().keepsRevisions());
    }

    private DriveFile drain(String session, SessionAnswer first) throws IOException {
      try (DeckStream deck = new DeckStream(blobs, order.deck())) {
        for (SessionAnswer answer = first; ; ) {
          switch (answer) {
            case SessionAnswer.Complete complete -> {
              watch.progressed(length(), length());
              return DriveFile.of(complete.file());
            }
            case SessionAnswer.Gone gone -> {
              uploads.endSession(upload);
              throw new UploadInterruptedException("Drive forgot the upload's session");
            }
            case SessionAnswer.Waiting waiting -> {
              check(waiting.bytes());
              watch.progressed(waiting.bytes(), length());
              answer = give(session, deck, waiting.bytes());
            }
          }
        }
      }
    }

    private void check(long bytes) throws IOException {
      if (bytes > length()) {
        uploads.endSession(upload);
        throw new UploadInterruptedException("Drive has more bytes than the deck");
      }
      if (bytes <= before || bytes == length()) {
        throw new UploadInterruptedException("Drive does not get on with the upload");
      }
    }

    private SessionAnswer give(String session, DeckStream deck, long from) throws IOException {
      before = from;
      long size = Math.min(chunkBytes, length() - from);
      uploads.countChunk(upload);
      try {
        return sessions.give(session, new ChunkContent(deck, DriveMetadata.PPTX, from, size));
      } catch (DriveRefusedException e) {
        // A token may be revoked at any time; the refusal made the library fetch another one.
        if (e.status() != 401 || !access.renewable() || renewed) {
          throw e;
        }
        renewed = true;
        before = -1;
        return sessions.ask(session, length());
      }
    }
  }
}
