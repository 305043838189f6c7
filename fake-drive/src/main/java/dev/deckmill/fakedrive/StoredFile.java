package dev.deckmill.fakedrive;

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
    List<Permission> permissions) {
  /** Folders are files of this type. */
  public static final String FOLDER = "application/vnd.google-apps.folder";

  public StoredFile {
    parents = List.copyOf(parents);
    appProperties = Map.copyOf(appProperties);
    permissions = List.copyOf(permissions);
  }

  /**
   * Who may do what with a file.
   *
   * @param type user, group, domain or anyone
   * @param role reader, commenter, writer, fileOrganizer, organizer or owner
   * @param grantee the address or the domain; null for anyone
   */
  public record Permission(String id, String type, String role, @Nullable String grantee) {}

  /** Whether it holds other files. */
  public boolean folder() {
    return mimeType.equals(FOLDER);
  }

  StoredFile withMetadata(Metadata changes, Instant now) {
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
        permissions);
  }

  StoredFile withContent(long newSize, String newMd5, Instant now) {
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
        permissions);
  }

  StoredFile withPermission(Permission added) {
    List<Permission> all = new java.util.ArrayList<>(permissions);
    all.add(added);
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
        all);
  }
}
