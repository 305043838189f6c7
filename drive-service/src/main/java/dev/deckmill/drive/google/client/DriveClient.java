package dev.deckmill.drive.google.client;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.Permission;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few calls about metadata that a delivery needs, each made once. */
public final class DriveClient {
  public static final String FOLDER = "application/vnd.google-apps.folder";
  public static final String FILE_FIELDS = "id,size,md5Checksum,webViewLink";

  private static final String ROOT = "root";

  private final Drive drive;

  public DriveClient(Drive drive) {
    this.drive = drive;
  }

  /** An id for a file or folder that is still to be made: what makes a repeated call harmless. */
  public String generateId() throws IOException {
    return execute(drive.files().generateIds().setCount(1)).getIds().get(0);
  }

  /** The oldest folder of a name in a parent, whoever made it. */
  public Optional<String> findFolder(String parentId, String name) throws IOException {
    String query =
        "name = '%s' and '%s' in parents and mimeType = '%s' and trashed = false"
            .formatted(quoted(name), quoted(parentId), FOLDER);
    Drive.Files.List search = search(query, parentId).setPageSize(1).setFields("files(id)");
    return execute(search).getFiles().stream().map(File::getId).findFirst();
  }

  /** The oldest first; in the shared drive that {@code folder} is in, if it is in one. */
  private Drive.Files.List search(String query, String folder) throws IOException {
    Drive.Files.List search =
        drive
            .files()
            .list()
            .setQ(query)
            .setOrderBy("createdTime")
            .setSupportsAllDrives(true)
            .setIncludeItemsFromAllDrives(true);
    // Unless the shared drive is named, a search shows only what the account made or opened.
    String driveId = driveOf(folder);
    if (driveId != null) {
      search.setCorpora("drive").setDriveId(driveId);
    }
    return search;
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
  public void createFolder(String id, String parentId, String name) throws IOException {
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
  public File file(String id) throws IOException {
    return execute(drive.files().get(id).setFields(FILE_FIELDS).setSupportsAllDrives(true));
  }

  /** A folder's id, where {@code root} may have been said; nothing if it may not be looked at. */
  public Optional<String> realId(String folder) throws IOException {
    if (!folder.equals(ROOT)) {
      return Optional.of(folder);
    }
    try {
      return Optional.of(execute(drive.files().get(folder).setFields("id")).getId());
    } catch (DriveRefusedException e) {
      // With scope drive.file nobody may look at My Drive's root.
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Ids for so many files that are still to be made, at most a thousand. */
  public List<String> generateIds(int count) throws IOException {
    return execute(drive.files().generateIds().setCount(count)).getIds();
  }

  /** What Drive knows of a file; nothing if it is not there, or in the bin. */
  public Optional<File> find(String id) throws IOException {
    try {
      File file =
          execute(
              drive.files().get(id).setFields(FILE_FIELDS + ",trashed").setSupportsAllDrives(true));
      return Optional.of(file).filter(found -> !Boolean.TRUE.equals(found.getTrashed()));
    } catch (DriveRefusedException e) {
      if (e.status() != 404) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The folders that a file lies in: one, but for old files. */
  public List<String> parents(String id) throws IOException {
    List<String> parents =
        execute(drive.files().get(id).setFields("parents").setSupportsAllDrives(true)).getParents();
    return parents == null ? List.of() : parents;
  }

  /** Changes a file's metadata. */
  public DriveFile update(String id, File changes) throws IOException {
    return DriveFile.of(execute(change(id, changes)));
  }

  /** Changes a file's metadata, and moves it from its folders into another one. */
  public DriveFile move(String id, File changes, List<String> from, String to) throws IOException {
    List<String> left = from.stream().filter(folder -> !folder.equals(to)).toList();
    return DriveFile.of(
        execute(change(id, changes).setAddParents(to).setRemoveParents(String.join(",", left))));
  }

  private Drive.Files.Update change(String id, File changes) throws IOException {
    return drive.files().update(id, changes).setFields(FILE_FIELDS).setSupportsAllDrives(true);
  }

  /** The files that carry a property of this app, the oldest first. */
  public List<File> withProperty(String key, String value, String folder) throws IOException {
    String query =
        "appProperties has { key='%s' and value='%s' } and trashed = false"
            .formatted(quoted(key), quoted(value));
    return execute(search(query, folder).setFields("files(id,webViewLink,appProperties)"))
        .getFiles();
  }

  /** Makes a copy of a file, in the type that {@code copy} has; not harmless if repeated. */
  public File copy(String id, File copy) throws IOException {
    return execute(
        drive.files().copy(id, copy).setFields("id,webViewLink").setSupportsAllDrives(true));
  }

  /** Who may do what with a file. */
  public List<Permission> permissions(String id) throws IOException {
    return execute(
            drive
                .permissions()
                .list(id)
                .setPageSize(100)
                .setFields("permissions(id,type,role,emailAddress,domain)")
                .setSupportsAllDrives(true))
        .getPermissions();
  }

  /**
   * Grants a permission. Every call says whether Google sends a mail about it: by default it does.
   */
  public void give(String id, Permission permission, boolean mail) throws IOException {
    Drive.Permissions.Create create =
        drive.permissions().create(id, permission).setFields("id").setSupportsAllDrives(true);
    boolean mailable = "user".equals(permission.getType());
    execute(mailable ? create.setSendNotificationEmail(mail) : create);
  }

  /** Changes what somebody may do. */
  public void changeRole(String id, String permissionId, String role) throws IOException {
    execute(
        drive
            .permissions()
            .update(id, permissionId, new Permission().setRole(role))
            .setFields("id")
            .setSupportsAllDrives(true));
  }

  /** Whose account it is, and how much room it has. */
  public About about() throws IOException {
    return execute(drive.about().get().setFields("user(emailAddress),storageQuota(limit,usage)"));
  }

  /** What matters of a folder that decks are to go to. */
  public File place(String id) throws IOException {
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
