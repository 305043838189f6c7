package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.fault.FaultPlan;
import dev.deckmill.fakedrive.fault.FaultScript;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.Shelf;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person or a script sees of the stand-in, none of it part of Drive: {@code /} a page,
 * {@code /inspect} the same as JSON, {@code /file/d/ID/view} one file, {@code /uc?id=ID} its bytes,
 * {@code POST /faults} more lines for the fault plan, {@code DELETE /faults} an empty plan.
 */
final class Inspection {
  private static final Pattern VIEW = Pattern.compile("/file/d/([^/]+)/view");
  private static final Pattern FOLDER = Pattern.compile("/drive/folders/([^/]+)");
  private static final int CALLS_SHOWN = 50;

  private final DriveFiles files;
  private final Shelf shelf;
  private final Journal journal;
  private final FaultPlan plan;

  Inspection(DriveFiles files, Shelf shelf, Journal journal, FaultPlan plan) {
    this.files = files;
    this.shelf = shelf;
    this.journal = journal;
    this.plan = plan;
  }

  Answer answer(Request request) throws IOException {
    return switch (request.method() + " " + request.path()) {
      case "GET /" -> page(shelf.rootId());
      case "GET /inspect" -> Answer.json(state());
      case "GET /uc" -> bytes(request.parameter("id").orElse(""));
      case "POST /faults" -> script(request.text());
      case "DELETE /faults" -> {
        plan.clear();
        yield Answer.empty(204);
      }
      // Strings are no closed set; paths with an id in them come next.
      default -> withId(request);
    };
  }

  private Answer withId(Request request) {
    Matcher view = VIEW.matcher(request.path());
    if (view.matches()) {
      StoredFile file = files.get(view.group(1), DriveScope.EVERYTHING);
      return html(file.name(), InspectionHtml.file(file));
    }
    Matcher folder = FOLDER.matcher(request.path());
    if (folder.matches()) {
      return page(folder.group(1));
    }
    throw Refusal.noAddress();
  }

  private Answer script(String text) {
    try {
      FaultScript.read(text, plan);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
    return Answer.empty(204);
  }

  private Answer bytes(String id) {
    StoredFile file = files.get(id, DriveScope.EVERYTHING);
    if (file.size() < 0) {
      throw Refusal.noFile(id);
    }
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Answer.file(file.mimeType(), shelf.content(id), file.size())
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + name);
  }

  private Answer page(String folderId) {
    StoredFile folder = files.get(folderId, DriveScope.EVERYTHING);
    List<StoredFile> inside =
        shelf.all().stream()
            .filter(file -> file.parents().contains(folder.id()))
            .sorted(
                Comparator.comparing(StoredFile::folder).reversed().thenComparing(StoredFile::name))
            .toList();
    List<Call> calls = journal.latest();
    return html(
        folder.name(),
        InspectionHtml.folder(folder, inside)
            + InspectionHtml.calls(
                calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size())));
  }

  private static Answer html(String title, String body) {
    return Answer.text(200, "text/html; charset=UTF-8", InspectionHtml.page(title, body))
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }

  private ObjectNode state() {
    ObjectNode json = FileJson.JSON.createObjectNode();
    ArrayNode folders = json.putArray("folders");
    ArrayNode contents = json.putArray("files");
    for (StoredFile file : shelf.all()) {
      (file.folder() ? folders : contents).add(FileJson.write(file, ""));
    }
    ObjectNode counts = json.putObject("calls");
    journal.counts().forEach((kind, count) -> counts.put(kind.spelling(), count));
    json.put("uploadedBytes", journal.bytes());
    json.put("outstandingFaults", plan.outstanding());
    ArrayNode latest = json.putArray("latest");
    journal.latest().forEach(call -> latest.add(write(call)));
    return json;
  }

  private static ObjectNode write(Call call) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    json.put("number", call.number());
    json.put("call", call.kind().spelling());
    json.put("nth", call.nth());
    json.put("method", call.method());
    json.put("path", call.path());
    json.put("status", call.status());
    json.put("bytesIn", call.bytesIn());
    json.put("fault", call.fault());
    return json;
  }
}
