package dev.deckmill.drive.google.upload;

import com.google.api.services.drive.model.File;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.client.DriveRefusedException;
import dev.deckmill.drive.google.client.UploadInterruptedException;
import dev.deckmill.service.blob.BlobStore;
import java.io.IOException;

/**
 * Sends content that is sent whole or not at all: in a session that is not remembered, because to
 * begin another one costs less.
 */
public final class WholeUpload {
  private final UploadSessions sessions;
  private final BlobStore blobs;
  private final boolean renewable;
  private final long chunkBytes;

  public WholeUpload(DriveAccess access, BlobStore blobs, long chunkBytes) {
    this.sessions = new UploadSessions(access.drive());
    this.blobs = blobs;
    this.renewable = access.renewable();
    this.chunkBytes = chunkBytes;
  }

  /** Makes a file under a generated id; refused with 409 if it is there. */
  public File create(File metadata, BlobRef blob, String type) throws IOException {
    UploadSessions.Content content = new UploadSessions.Content(type, blob.length(), false);
    return send(sessions.startNew(metadata, content), blob, type);
  }

  /** Replaces the bytes of an existing file, and changes its metadata. */
  public File replace(String fileId, File changes, BlobRef blob, String type) throws IOException {
    UploadSessions.Content content = new UploadSessions.Content(type, blob.length(), false);
    return send(sessions.startReplacing(fileId, changes, content), blob, type);
  }

  private File send(String session, BlobRef blob, String type) throws IOException {
    try (DeckStream bytes = new DeckStream(blobs, blob)) {
      Giving giving = new Giving(session, bytes, type);
      SessionAnswer answer = giving.from(0);
      for (long before = -1; ; ) {
        switch (answer) {
          case SessionAnswer.Complete complete -> {
            return complete.file();
          }
          case SessionAnswer.Gone gone ->
              throw new UploadInterruptedException("Drive forgot an upload's session");
          case SessionAnswer.Waiting waiting -> {
            if (waiting.bytes() <= before || waiting.bytes() >= blob.length()) {
              throw new UploadInterruptedException("Drive does not get on with an upload");
            }
            before = waiting.bytes();
            answer = giving.from(before);
          }
        }
      }
    }
  }

  /** Gives a session its chunks. */
  private final class Giving {
    private final String session;
    private final DeckStream bytes;
    private final String type;
    private boolean renewed;

    Giving(String session, DeckStream bytes, String type) {
      this.session = session;
      this.bytes = bytes;
      this.type = type;
    }

    SessionAnswer from(long at) throws IOException {
      long size = Math.min(chunkBytes, bytes.length() - at);
      try {
        return sessions.give(session, new ChunkContent(bytes, type, at, size));
      } catch (DriveRefusedException e) {
        // A token may be revoked at any time; the refusal made the library fetch another one.
        if (e.status() != 401 || !renewable || renewed) {
          throw e;
        }
        renewed = true;
        return sessions.give(session, new ChunkContent(bytes, type, at, size));
      }
    }
  }
}
