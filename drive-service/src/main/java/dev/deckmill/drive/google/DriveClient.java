package dev.deckmill.drive.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few calls about metadata that a delivery needs, each made once. */
final class DriveClient {
  static final String FOLDER = "application/vnd.google-apps.folder";
  static final String FILE_FIELDS = "id,size,md5Checksum,webViewLink";

  private static final String ROOT = "root";

  private final Drive drive;

  DriveClient(Drive drive) {
    this.drive = drive;
  }

  /** An id for a file or folder that is still to be made: what makes a repeated call harmless. */
  String generateId() throws IOException {
    return execute(drive.files().generateIds().setCount(1)).getIds().get(0);
  }

  /** The oldest folder of a name in a parent, whoever made it. */
  Optional<String> findFolder(String parentId, String name) throws IOException {
    String query =
        "name = '%s' and '%s' in parents and mimeType = '%s' and trashed = false"
            .formatted(quoted(name), quoted(parentId), FOLDER);
    Drive.Files.List search =
        drive
            .files()
            .list()
            .setQ(query)
            .setOrderBy("createdTime")
            .setPageSize(1)
            .setFields("files(id)")
            .setSupportsAllDrives(true)
            .setIncludeItemsFromAllDrives(true);
    // Unless the shared drive is named, a search shows only what the account made or opened.
    String driveId = driveOf(parentId);
    if (driveId != null) {
      search.setCorpora("drive").setDriveId(driveId);
    }
    return execute(search).getFiles().stream().map(File::getId).findFirst();
  }

  private @Nullable String driveOf(String folderId) throws IOException {
    try {
      return execute(drive.files().get(folderId).setFields("driveId").setSupportsAllDrives(true))
          .getDriveId();
    } catch (DriveRefusedException e) {
      // With scope drive.file nobody may look at My Drive's root, which is in no shared drive.
      if (e.status() == 404 && folderId.equals(ROOT)) {
        return null;
      }
      throw e;
    }
  }

  /** Makes a folder under a generated id; that it is there already is as good. */
  void createFolder(String id, String parentId, String name) throws IOException {
    File folder =
        new File().setId(id).setName(name).setMimeType(FOLDER).setParents(List.of(parentId));
    try {
      execute(drive.files().create(folder).setFields("id").setSupportsAllDrives(true));
    } catch (DriveRefusedException e) {
      if (e.status() != 409) {
        throw e;
      }
    }
  }

  /** What Drive knows of a file. */
  File file(String id) throws IOException {
    return execute(drive.files().get(id).setFields(FILE_FIELDS).setSupportsAllDrives(true));
  }

  /** Whose account it is, and how much room it has. */
  About about() throws IOException {
    return execute(drive.about().get().setFields("user(emailAddress),storageQuota(limit,usage)"));
  }

  /** What matters of a folder that decks are to go to. */
  File place(String id) throws IOException {
    return execute(
        drive
            .files()
            .get(id)
            .setFields("id,mimeType,driveId,trashed,capabilities(canAddChildren)")
            .setSupportsAllDrives(true));
  }

  private static <T> T execute(AbstractGoogleJsonClientRequest<T> request) throws IOException {
    try {
      return request.execute();
    } catch (GoogleJsonResponseException e) {
      throw DriveRefusedException.of(e);
    }
  }

  /** In a query's string, a backslash stands before quotes and backslashes. */
  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
