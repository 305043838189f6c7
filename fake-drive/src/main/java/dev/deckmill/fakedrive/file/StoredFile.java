package dev.deckmill.fakedrive.file;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder as Drive keeps it.
 *
 * @param id made by {@code generateIds} or at creation
 * @param name not unique: Drive allows equal names side by side
 * @param parents the one folder it lies in; empty only for the roots
 * @param driveId the shared drive it belongs to, or null in My Drive
 * @param size bytes, or -1 for what has no content (folders)
 * @param md5 lower-case hex, or null for what has no content
 * @param revisions the contents that it has had, the oldest first; their bytes are not kept here
 */
public record StoredFile(
    String id,
    String name,
    String mimeType,
    List<String> parents,
    @Nullable String description,
    Map<String, String> appProperties,
    boolean trashed,
    @Nullable String driveId,
    Instant createdTime,
    Instant modifiedTime,
    long size,
    @Nullable String md5,
    List<Permission> permissions,
    List<Revision> revisions) {
  /** Folders are files of this type. */
  public static final String FOLDER = "application/vnd.google-apps.folder";

  /** Google's own kinds of files have no bytes that could be downloaded. */
  private static final String GOOGLES = "application/vnd.google-apps.";

  public StoredFile {
    parents = List.copyOf(parents);
    appProperties = Map.copyOf(appProperties);
    permissions = List.copyOf(permissions);
    revisions = List.copyOf(revisions);
  }

  /**
   * Who may do what with a file.
   *
   * @param type user, group, domain or anyone
   * @param role reader, commenter, writer, fileOrganizer, organizer or owner
   * @param grantee the address or the domain; null for anyone
   */
  public record Permission(String id, String type, String role, @Nullable String grantee) {}

  /**
   * A content that a file has or had.
   *
   * @param keepForever whether Drive is to keep it when newer ones have come
   */
  public record Revision(
      String id, Instant modifiedTime, long size, @Nullable String md5, boolean keepForever) {}

  /** Whether it is a document of Google's own, which has no bytes. */
  public boolean googles() {
    return mimeType.startsWith(GOOGLES);
  }

  /** Whether it holds other files. */
  public boolean folder() {
    return mimeType.equals(FOLDER);
  }

  /** With what a request sets; what the request leaves out stays. */
  public StoredFile withMetadata(Metadata changes, Instant now) {
    return new StoredFile(
        id,
        changes.name().orElse(name),
        changes.mimeType().orElse(mimeType),
        changes.parents().orElse(parents),
        changes.description().orElse(description),
        changes.appProperties().orElse(appProperties),
        changes.trashed().orElse(trashed),
        driveId,
        createdTime,
        now,
        size,
        md5,
        permissions,
        revisions);
  }

  /**
   * Moved into other folders.
   *
   * @param drive the shared drive they are in; null: My Drive
   */
  public StoredFile in(List<String> folders, @Nullable String drive, Instant now) {
    return new StoredFile(
        id,
        name,
        mimeType,
        folders,
        description,
        appProperties,
        trashed,
        drive,
        createdTime,
        now,
        size,
        md5,
        permissions,
        revisions);
  }

  /** With other bytes; a document of Google's own is converted and has none of its own. */
  public StoredFile withContent(long bytes, String digest, boolean keepForever, Instant now) {
    long newSize = googles() ? -1 : bytes;
    String newMd5 = googles() ? null : digest;
    List<Revision> all = new java.util.ArrayList<>(revisions);
    all.add(new Revision(Integer.toString(all.size() + 1), now, newSize, newMd5, keepForever));
    return new StoredFile(
        id,
        name,
        mimeType,
        parents,
        description,
        appProperties,
        trashed,
        driveId,
        createdTime,
        now,
        newSize,
        newMd5,
        permissions,
        all);
  }

  /**
   * With these permissions in place of the earlier ones; its modification time stays, as in Drive.
   */
  public StoredFile withPermissions(List<Permission> all) {
    return new StoredFile(
        id,
        name,
        mimeType,
        parents,
        description,
        appProperties,
        trashed,
        driveId,
        createdTime,
        modifiedTime,
        size,
        md5,
        all,
        revisions);
  }
}
