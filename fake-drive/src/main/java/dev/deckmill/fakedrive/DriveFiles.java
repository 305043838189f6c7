package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.file.FileIds;
import dev.deckmill.fakedrive.file.Metadata;
import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.Search;
import dev.deckmill.fakedrive.file.Shelf;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What may be done with files, and what Drive says to what may not. */
final class DriveFiles {
  private final Shelf shelf;
  private final FileIds ids = new FileIds();
  private final long quotaBytes;

  private final Set<String> unseen = ConcurrentHashMap.newKeySet();

  /** Two requests never see or change the tree at once. */
  private final ReentrantLock tree = new ReentrantLock();

  DriveFiles(Shelf shelf, long quotaBytes) {
    this.shelf = shelf;
    this.quotaBytes = quotaBytes;
  }

  List<String> generateIds(int count) {
    List<String> generated = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      generated.add(ids.next());
    }
    return generated;
  }

  /** A file that the caller can see; files of shared drives need {@code supportsAllDrives}. */
  StoredFile get(String id, DriveScope scope) {
    return shelf.find(id).filter(scope::sees).orElseThrow(() -> Refusal.noFile(id));
  }

  List<StoredFile> list(String query, DriveScope scope) {
    Predicate<StoredFile> wanted = Search.parse(query, shelf.rootId());
    return shelf.all().stream()
        .filter(file -> !file.parents().isEmpty())
        .filter(file -> scope.lists(file, unseen.contains(file.id())))
        .filter(wanted)
        .sorted(Comparator.comparing(StoredFile::createdTime).thenComparing(StoredFile::id))
        .toList();
  }

  /** Says whether a file could be created so, before its bytes come. */
  void checkNew(Metadata metadata, long bytes, DriveScope scope) {
    StoredFile file = draft(metadata, scope);
    checkQuota(file, bytes);
  }

  StoredFile create(Metadata metadata, DriveScope scope) {
    tree.lock();
    try {
      StoredFile file = draft(metadata, scope);
      shelf.put(file);
      return file;
    } finally {
      tree.unlock();
    }
  }

  /** Makes a folder as somebody else would, who works in the same shared drive. */
  StoredFile createUnseen(Metadata metadata) {
    StoredFile folder = create(metadata, DriveScope.EVERYTHING);
    unseen.add(folder.id());
    return folder;
  }

  private StoredFile draft(Metadata metadata, DriveScope scope) {
    String id = metadata.id().orElseGet(ids::next);
    if (shelf.find(id).isPresent()) {
      throw Refusal.of(409, "fileIdInUse", "A file already exists with the provided ID.");
    }
    if (!ids.handedOut(id)) {
      throw Refusal.invalid("file.id", "The provided file ID is not usable.");
    }
    String parentId = metadata.parents().flatMap(all -> all.stream().findFirst()).orElse("root");
    StoredFile parent = parent(parentId, scope);
    Instant now = Instant.now();
    return new StoredFile(
        id,
        metadata.name().orElse("Untitled"),
        metadata.mimeType().orElse("application/octet-stream"),
        List.of(parent.id()),
        metadata.description().orElse(null),
        metadata.appProperties().orElse(Map.of()),
        metadata.trashed().orElse(false),
        parent.driveId(),
        now,
        now,
        -1,
        null,
        List.of(),
        List.of());
  }

  private StoredFile parent(String id, DriveScope scope) {
    StoredFile parent = get(id, scope);
    if (!parent.folder()) {
      throw Refusal.of(403, "parentNotAFolder", "The specified parent is not a folder.");
    }
    return parent;
  }

  private void checkQuota(StoredFile file, long bytes) {
    if (file.driveId() != null) {
      return;
    }
    long used = usedBytes();
    if (bytes > quotaBytes - used) {
      throw Refusal.of(
          403, "storageQuotaExceeded", "The user's Drive storage quota has been exceeded.");
    }
  }

  long usedBytes() {
    return shelf.all().stream()
        .filter(file -> file.driveId() == null)
        .mapToLong(file -> Math.max(0, file.size()))
        .sum();
  }

  long quotaBytes() {
    return quotaBytes;
  }

  StoredFile update(String id, Metadata changes, DriveScope scope) {
    if (changes.parents().isPresent()) {
      throw Refusal.of(
          403,
          "fieldNotWritable",
          "The parents field is not directly writable in update requests. Use the addParents and"
              + " removeParents parameters instead.");
    }
    tree.lock();
    try {
      StoredFile changed = get(id, scope).withMetadata(changes, Instant.now());
      shelf.put(changed);
      return changed;
    } finally {
      tree.unlock();
    }
  }

  /** Gives a file the bytes that a session gathered. */
  StoredFile fill(StoredFile file, Gathered bytes) throws IOException {
    tree.lock();
    try {
      StoredFile filled =
          file.withContent(bytes.size(), bytes.md5(), bytes.keepForever(), Instant.now());
      shelf.fill(file.id(), bytes.part());
      shelf.put(filled);
      return filled;
    } finally {
      tree.unlock();
    }
  }

  /** Deletes a file or a folder with all that lies in it, for good. */
  void delete(String id, DriveScope scope) {
    tree.lock();
    try {
      StoredFile file = get(id, scope);
      for (StoredFile inner : List.copyOf(shelf.all())) {
        if (inner.parents().contains(file.id())) {
          delete(inner.id(), scope);
        }
      }
      shelf.remove(file.id());
    } finally {
      tree.unlock();
    }
  }

  /**
   * A file's copy in a folder, perhaps in one of Google's own types, into which it is converted.
   */
  StoredFile copy(String id, Metadata wanted, DriveScope scope) throws IOException {
    tree.lock();
    try {
      StoredFile original = get(id, scope);
      if (original.folder()) {
        throw Refusal.of(403, "fileNotCopyable", "This file cannot be copied by the user.");
      }
      StoredFile made = draft(wanted.orElse(original), scope);
      checkQuota(made, made.googles() ? 0 : original.size());
      StoredFile filled =
          made.withContent(original.size(), String.valueOf(original.md5()), false, Instant.now());
      shelf.copy(original.id(), made.id());
      shelf.put(filled);
      return filled;
    } finally {
      tree.unlock();
    }
  }

  /** Moves a file: out of {@code from}, into {@code to}, as it is in one folder only. */
  StoredFile move(String id, List<String> to, List<String> from, DriveScope scope) {
    tree.lock();
    try {
      StoredFile file = get(id, scope);
      Set<String> folders = new LinkedHashSet<>(file.parents());
      from.stream().map(folder -> parent(folder, scope).id()).forEach(folders::remove);
      List<StoredFile> added = to.stream().map(folder -> parent(folder, scope)).toList();
      added.forEach(folder -> folders.add(folder.id()));
      if (folders.size() != 1) {
        throw Refusal.of(
            403,
            "cannotAddParent",
            "A file is in exactly one folder: say removeParents together with addParents.");
      }
      String drive = added.isEmpty() ? file.driveId() : added.getFirst().driveId();
      StoredFile moved = file.in(List.copyOf(folders), drive, Instant.now());
      shelf.put(moved);
      return moved;
    } finally {
      tree.unlock();
    }
  }

  /** Changes a file in one step. */
  StoredFile change(String id, DriveScope scope, UnaryOperator<StoredFile> change) {
    tree.lock();
    try {
      StoredFile changed = change.apply(get(id, scope));
      shelf.put(changed);
      return changed;
    } finally {
      tree.unlock();
    }
  }

  /** Bytes of a finished session. */
  record Gathered(Path part, long size, String md5, boolean keepForever) {}
}
