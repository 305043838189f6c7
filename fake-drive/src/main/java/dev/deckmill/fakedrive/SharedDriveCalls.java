package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.Shelf;
import dev.deckmill.fakedrive.file.StoredFile;

/** Answers the calls about shared drives; a drive has its root folder's id. */
final class SharedDriveCalls {
  private final Shelf shelf;

  SharedDriveCalls(Shelf shelf) {
    this.shelf = shelf;
  }

  Answer list(Request request) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#driveList");
    ArrayNode drives = json.putArray("drives");
    shelf.sharedDrives().forEach(root -> drives.add(write(root)));
    return Answer.json(request.fields("kind,nextPageToken,drives(kind,id,name)").apply(json));
  }

  Answer get(String id, Request request) {
    StoredFile root =
        shelf.sharedDrives().stream()
            .filter(drive -> drive.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.of(404, "notFound", "Shared drive not found: " + id));
    return Answer.json(request.fields("kind,id,name").apply(write(root)));
  }

  private static ObjectNode write(StoredFile root) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#drive");
    json.put("id", root.id());
    json.put("name", root.name());
    return json;
  }
}
