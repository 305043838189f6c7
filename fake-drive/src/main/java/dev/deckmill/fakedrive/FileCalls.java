package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Metadata;
import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.Shelf;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Answers the calls about files and their metadata, each as Drive's reference describes it. */
final class FileCalls {
  private static final String FEW = "kind,id,name,mimeType";
  private static final String FEW_LISTED =
      "kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)";

  private final DriveFiles files;
  private final Shelf shelf;

  FileCalls(DriveFiles files, Shelf shelf) {
    this.files = files;
    this.shelf = shelf;
  }

  Answer about(Request request) {
    if (request.parameter("fields").isEmpty()) {
      throw Refusal.of(400, "required", "The 'fields' parameter is required for this method.");
    }
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#about");
    ObjectNode user = json.putObject("user");
    user.put("kind", "drive#user");
    user.put("displayName", "Fake Drive");
    user.put("emailAddress", "someone@example.com");
    ObjectNode quota = json.putObject("storageQuota");
    quota.put("limit", Long.toString(files.quotaBytes()));
    quota.put("usage", Long.toString(files.usedBytes()));
    return Answer.json(request.fields("*").apply(json));
  }

  Answer generateIds(Request request) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#generatedIds");
    json.put("space", request.parameter("space").orElse("drive"));
    files.generateIds(request.number("count", 1, 1000, 10)).forEach(json.putArray("ids")::add);
    return Answer.json(request.fields("*").apply(json));
  }

  Answer list(Request request) {
    int size = request.number("pageSize", 1, 1000, 100);
    int from = request.number("pageToken", 0, Integer.MAX_VALUE, 0);
    List<StoredFile> all = search(request);
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#fileList");
    json.put("incompleteSearch", false);
    if (from + size < all.size()) {
      json.put("nextPageToken", Integer.toString(from + size));
    }
    var listed = json.putArray("files");
    all.stream()
        .skip(from)
        .limit(size)
        .map(file -> FileJson.write(file, request.baseUrl()))
        .forEach(listed::add);
    return Answer.json(request.fields(FEW_LISTED).apply(json));
  }

  private List<StoredFile> search(Request request) {
    return request.fault().filter(Fault.StaleSearch.class::isInstance).isPresent()
        ? List.of()
        : files.list(request.parameter("q").orElse(""), DriveScope.of(request));
  }

  Answer create(Request request) throws IOException {
    return some(request, files.create(Metadata.of(request.json()), DriveScope.of(request)));
  }

  Answer get(String id, Request request) {
    return some(request, files.get(id, DriveScope.of(request)));
  }

  Answer update(String id, Request request) throws IOException {
    DriveScope scope = DriveScope.of(request);
    List<String> to = ids(request, "addParents");
    List<String> from = ids(request, "removeParents");
    Metadata changes = Metadata.of(request.json());
    if (!to.isEmpty() || !from.isEmpty()) {
      files.move(id, to, from, scope);
    }
    return some(request, files.update(id, changes, scope));
  }

  Answer delete(String id, Request request) {
    files.delete(id, DriveScope.of(request));
    return Answer.empty(204);
  }

  Answer download(String id, Request request) {
    StoredFile file = files.get(id, DriveScope.of(request));
    if (file.size() < 0) {
      throw Refusal.of(
          403,
          "fileNotDownloadable",
          "Only files with binary content can be downloaded. Use Export with Docs Editors files.");
    }
    return Answer.file(file.mimeType(), shelf.content(file.id()), file.size());
  }

  Answer copy(String id, Request request) throws IOException {
    return some(request, files.copy(id, Metadata.of(request.json()), DriveScope.of(request)));
  }

  Answer revisions(String id, Request request) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#revisionList");
    var listed = json.putArray("revisions");
    files.get(id, DriveScope.of(request)).revisions().stream()
        .map(FileJson::write)
        .forEach(listed::add);
    return Answer.json(
        request
            .fields("kind,nextPageToken,revisions(kind,id,modifiedTime,keepForever)")
            .apply(json));
  }

  private static List<String> ids(Request request, String parameter) {
    return Stream.of(request.parameter(parameter).orElse("").split(",", -1))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private Answer some(Request request, StoredFile file) {
    return Answer.json(request.fields(FEW).apply(FileJson.write(file, request.baseUrl())));
  }
}
