package dev.deckmill.drive.google;

import com.google.api.services.drive.model.File;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Gives a file that is there its name, description and folder: done again, it changes nothing. */
final class Placing {
  private final DriveClient client;

  Placing(DriveClient client) {
    this.client = client;
  }

  /**
   * Places a file.
   *
   * @param wanted its metadata, but for its folder
   */
  DriveFile place(String fileId, File wanted, String folder) throws IOException {
    Optional<String> folderId = client.realId(folder);
    List<String> parents = client.parents(fileId);
    if (wanted.getDescription() == null) {
      wanted.setDescription("");
    }
    return folderId.isEmpty() || parents.equals(List.of(folderId.get()))
        ? client.update(fileId, wanted)
        : client.move(fileId, wanted, parents, folderId.get());
  }
}
