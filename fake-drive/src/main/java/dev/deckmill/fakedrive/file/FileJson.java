package dev.deckmill.fakedrive.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.file.StoredFile.Permission;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file as Drive's {@code files} resource, which is also how it is kept on disk. */
public final class FileJson {
  /** Reads and writes all JSON of the stand-in. */
  public static final JsonMapper JSON = new JsonMapper();

  /** Drive gives times with three decimals, always. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Kept with the file; Drive lists them in calls of their own. */
  private static final String REVISIONS = "revisions";

  private FileJson() {}

  /**
   * A file as Drive answers it, with every field.
   *
   * @param baseUrl what the links in it begin with
   */
  public static ObjectNode write(StoredFile file, String baseUrl) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", "drive#file");
    json.put("id", file.id());
    json.put("name", file.name());
    json.put("mimeType", file.mimeType());
    if (file.description() != null) {
      json.put("description", file.description());
    }
    json.put("trashed", file.trashed());
    file.parents().forEach(json.putArray("parents")::add);
    ObjectNode properties = json.putObject("appProperties");
    file.appProperties().forEach(properties::put);
    if (file.driveId() != null) {
      json.put("driveId", file.driveId());
      json.put("teamDriveId", file.driveId());
    }
    json.put("createdTime", TIME.format(file.createdTime()));
    json.put("modifiedTime", TIME.format(file.modifiedTime()));
    writeContent(file, baseUrl, json);
    ArrayNode permissions = json.putArray("permissions");
    file.permissions().forEach(permission -> permissions.add(write(permission)));
    ArrayNode revisions = json.putArray(REVISIONS);
    file.revisions().forEach(revision -> revisions.add(write(revision)));
    return json;
  }

  private static void writeContent(StoredFile file, String baseUrl, ObjectNode json) {
    if (file.folder()) {
      json.put("webViewLink", baseUrl + "/drive/folders/" + file.id());
      json.putObject("capabilities").put("canAddChildren", true);
      return;
    }
    json.put("webViewLink", baseUrl + "/file/d/" + file.id() + "/view");
    if (file.googles()) {
      return;
    }
    json.put("webContentLink", baseUrl + "/uc?id=" + file.id() + "&export=download");
    if (file.size() >= 0) {
      // A long is a string in Google's JSON.
      json.put("size", Long.toString(file.size()));
      json.put("quotaBytesUsed", Long.toString(file.size()));
      json.put("md5Checksum", file.md5());
    }
  }

  /** A permission as Drive answers it. */
  public static ObjectNode write(Permission permission) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", "drive#permission");
    json.put("id", permission.id());
    json.put("type", permission.type());
    json.put("role", permission.role());
    if (permission.grantee() != null) {
      json.put(
          permission.type().equals("domain") ? "domain" : "emailAddress", permission.grantee());
    }
    return json;
  }

  /** A revision as Drive answers it; one of a Google document has no size. */
  public static ObjectNode write(StoredFile.Revision revision) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", "drive#revision");
    json.put("id", revision.id());
    json.put("modifiedTime", TIME.format(revision.modifiedTime()));
    json.put("keepForever", revision.keepForever());
    if (revision.size() >= 0) {
      json.put("size", Long.toString(revision.size()));
      json.put("md5Checksum", revision.md5());
    }
    return json;
  }

  private static StoredFile.Revision readRevision(JsonNode json) {
    return new StoredFile.Revision(
        json.path("id").asText(),
        Instant.parse(json.path("modifiedTime").asText()),
        json.path("size").asLong(-1),
        text(json, "md5Checksum"),
        json.path("keepForever").asBoolean());
  }

  static StoredFile read(JsonNode json) {
    List<String> parents = new ArrayList<>();
    json.path("parents").forEach(parent -> parents.add(parent.asText()));
    Map<String, String> properties = new TreeMap<>();
    json.path("appProperties")
        .properties()
        .forEach(entry -> properties.put(entry.getKey(), entry.getValue().asText()));
    List<Permission> permissions = new ArrayList<>();
    json.path("permissions").forEach(permission -> permissions.add(readPermission(permission)));
    List<StoredFile.Revision> revisions = new ArrayList<>();
    json.path(REVISIONS).forEach(revision -> revisions.add(readRevision(revision)));
    return new StoredFile(
        json.path("id").asText(),
        json.path("name").asText(),
        json.path("mimeType").asText(),
        parents,
        text(json, "description"),
        properties,
        json.path("trashed").asBoolean(),
        text(json, "driveId"),
        Instant.parse(json.path("createdTime").asText()),
        Instant.parse(json.path("modifiedTime").asText()),
        json.path("size").asLong(-1),
        text(json, "md5Checksum"),
        permissions,
        revisions);
  }

  private static Permission readPermission(JsonNode json) {
    String address = text(json, "emailAddress");
    return new Permission(
        json.path("id").asText(),
        json.path("type").asText(),
        json.path("role").asText(),
        address == null ? text(json, "domain") : address);
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
