package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.StoredFile;
import dev.deckmill.fakedrive.file.StoredFile.Permission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the calls about who may do what with a file. */
final class PermissionCalls {
  private static final Set<String> GRANTEES = Set.of("user", "group", "domain", "anyone");
  private static final Set<String> ROLES =
      Set.of("reader", "commenter", "writer", "fileOrganizer", "organizer", "owner");
  private static final String FEW = "kind,id,type,role";

  private final DriveFiles files;
  private final AtomicInteger mails = new AtomicInteger();

  PermissionCalls(DriveFiles files) {
    this.files = files;
  }

  /** How many people Drive would have written a mail to. */
  int mails() {
    return mails.get();
  }

  Answer create(String fileId, Request request) throws IOException {
    Permission wanted = wanted(request.json());
    List<Permission> given = new ArrayList<>();
    files.change(
        fileId,
        DriveScope.of(request),
        file -> {
          // Who has leave already keeps its id: Drive makes no second permission for one person.
          List<Permission> all = new ArrayList<>(file.permissions());
          String id =
              all.stream()
                  .filter(known -> isSame(known, wanted))
                  .map(Permission::id)
                  .findFirst()
                  .orElseGet(() -> UUID.randomUUID().toString());
          Permission permission =
              new Permission(id, wanted.type(), wanted.role(), wanted.grantee());
          all.removeIf(known -> known.id().equals(id));
          all.add(permission);
          given.add(permission);
          return file.withPermissions(all);
        });
    // Drive writes mails to people and groups unless the request says not to.
    if (Set.of("user", "group").contains(wanted.type())
        && request.parameter("sendNotificationEmail").orElse("true").equals("true")) {
      mails.incrementAndGet();
    }
    return one(request, given.getFirst());
  }

  private static boolean isSame(Permission one, Permission other) {
    return one.type().equals(other.type()) && Objects.equals(one.grantee(), other.grantee());
  }

  private static Permission wanted(ObjectNode body) {
    String type = body.path("type").asText();
    String role = body.path("role").asText();
    String address = body.path("emailAddress").asText(body.path("domain").asText(""));
    if (!GRANTEES.contains(type) || !ROLES.contains(role)) {
      throw Refusal.badRequest("The permission type or role field is required.");
    }
    if (!type.equals("anyone") && address.isEmpty()) {
      throw Refusal.of(
          400, "invalidSharingRequest", "The specified emailAddress or domain is invalid.");
    }
    return new Permission("", type, role, address.isEmpty() ? null : address);
  }

  Answer list(String fileId, Request request) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("kind", "drive#permissionList");
    ArrayNode listed = json.putArray("permissions");
    files.get(fileId, DriveScope.of(request)).permissions().stream()
        .map(FileJson::write)
        .forEach(listed::add);
    return Answer.json(
        request.fields("kind,nextPageToken,permissions(kind,id,type,role)").apply(json));
  }

  Answer get(String fileId, String id, Request request) {
    return one(request, find(files.get(fileId, DriveScope.of(request)), id));
  }

  Answer update(String fileId, String id, Request request) throws IOException {
    String role = request.json().path("role").asText();
    if (!ROLES.contains(role)) {
      throw Refusal.badRequest("The permission role field is required.");
    }
    StoredFile changed =
        files.change(
            fileId,
            DriveScope.of(request),
            file -> {
              Permission old = find(file, id);
              List<Permission> all = new ArrayList<>(file.permissions());
              all.set(all.indexOf(old), new Permission(id, old.type(), role, old.grantee()));
              return file.withPermissions(all);
            });
    return one(request, find(changed, id));
  }

  Answer delete(String fileId, String id, Request request) {
    files.change(
        fileId,
        DriveScope.of(request),
        file -> {
          List<Permission> all = new ArrayList<>(file.permissions());
          all.remove(find(file, id));
          return file.withPermissions(all);
        });
    return Answer.empty(204);
  }

  private static Permission find(StoredFile file, String id) {
    return file.permissions().stream()
        .filter(permission -> permission.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.of(404, "notFound", "Permission not found: " + id + "."));
  }

  private static Answer one(Request request, Permission permission) {
    return Answer.json(request.fields(FEW).apply(FileJson.write(permission)));
  }
}
