package dev.deckmill.drive.google;

import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.store.FolderStore;
import dev.deckmill.drive.store.FolderStore.Folder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds or makes the folders of a path, each once for (tenant, parent, name): Drive itself would
 * make a second one of the same name without a word.
 */
final class Folders {
  private final DriveClient drive;
  private final FolderStore store;

  Folders(DriveClient drive, FolderStore store) {
    this.drive = drive;
    this.store = store;
  }

  /** The innermost folder of a path that begins in {@code rootId}. */
  String innermost(String tenant, String rootId, List<String> path) throws IOException {
    String folder = rootId;
    for (String name : path) {
      folder = in(tenant, folder, name);
    }
    return folder;
  }

  /** Whether the path's first folder is known from an earlier delivery, and so may be gone. */
  boolean remembers(String tenant, String rootId, List<String> path) {
    return !path.isEmpty()
        && store.find(tenant, rootId, path.get(0)).filter(Folder::confirmed).isPresent();
  }

  private String in(String tenant, String parentId, String name) throws IOException {
    Optional<Folder> known = store.find(tenant, parentId, name).filter(Folder::confirmed);
    return known.isPresent()
        ? known.get().id()
        : store.alone(tenant, parentId, () -> settle(tenant, parentId, name));
  }

  private String settle(String tenant, String parentId, String name) throws IOException {
    Optional<Folder> known = store.find(tenant, parentId, name);
    if (known.isPresent() && known.get().confirmed()) {
      return known.get().id();
    }
    // An id that was generated for the folder may have been used just before a process died, and
    // Drive's search need not show that yet: making it again under the same id shows it.
    Optional<String> there =
        known.isPresent() ? Optional.empty() : drive.findFolder(parentId, name);
    String id = there.or(() -> known.map(Folder::id)).orElse("");
    if (there.isEmpty()) {
      if (id.isEmpty()) {
        id = drive.generateId();
        store.put(tenant, parentId, name, new Folder(id, false));
      }
      drive.createFolder(id, parentId, name);
    }
    store.put(tenant, parentId, name, new Folder(id, true));
    return id;
  }

  /**
   * Forgets the folders of a path: one of them is not there any more, somebody deleted it. The next
   * delivery makes them anew.
   */
  void forget(String tenant, String rootId, List<String> path) {
    if (path.isEmpty()) {
      return;
    }
    store.find(tenant, rootId, path.get(0)).ifPresent(folder -> store.forget(tenant, folder.id()));
  }
}
