package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.UploadSession.Purpose;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Metadata;
import dev.deckmill.fakedrive.file.Refusal;
import dev.deckmill.fakedrive.file.Shelf;
import dev.deckmill.fakedrive.file.StoredFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The resumable upload protocol: sessions are begun, fed, asked and finished. */
final class Uploads {
  private static final String FEW = "kind,id,name,mimeType";

  private final DriveFiles files;
  private final Shelf shelf;
  private final Map<String, UploadSession> sessions = new ConcurrentHashMap<>();

  Uploads(DriveFiles files, Shelf shelf) {
    this.files = files;
    this.shelf = shelf;
  }

  Answer start(Request request, Optional<String> fileId) throws IOException {
    if (!request.parameter("uploadType").orElse("").equals("resumable")) {
      throw Refusal.badRequest("Only uploadType=resumable is known here.");
    }
    DriveScope scope = DriveScope.of(request);
    FieldMask fields = request.fields(FEW);
    Metadata metadata = typed(request, fileId.isEmpty());
    OptionalLong total =
        request.header("X-Upload-Content-Length").stream().mapToLong(Long::parseLong).findFirst();
    Purpose purpose;
    if (fileId.isPresent()) {
      purpose = new Purpose.NewContent(files.get(fileId.get(), scope).id(), metadata);
    } else {
      files.checkNew(metadata, total.orElse(0), scope);
      purpose = new Purpose.NewFile(metadata);
    }
    String uploadId = "AHmUCY" + UUID.randomUUID().toString().replace("-", "");
    boolean keepForever = request.flag("keepRevisionForever");
    sessions.put(
        uploadId,
        new UploadSession(purpose, scope, fields, shelf.part(uploadId), keepForever, total));
    return Answer.empty(200)
        .with(
            "Location",
            request.baseUrl() + request.path() + "?uploadType=resumable&upload_id=" + uploadId)
        .with("X-GUploader-UploadID", uploadId);
  }

  /** A new file has the type of its bytes, unless it is to be converted into another one. */
  private static Metadata typed(Request request, boolean fresh) throws IOException {
    var body = request.json();
    request
        .header("X-Upload-Content-Type")
        .filter(type -> fresh && !body.has("mimeType"))
        .ifPresent(type -> body.put("mimeType", type));
    return Metadata.of(body);
  }

  Answer ask(Request request, ContentRange.Question question) throws IOException {
    UploadSession session = session(request);
    session.turn.lock();
    try {
      session.learn(question.total());
      return state(session, request);
    } finally {
      session.turn.unlock();
    }
  }

  Answer chunk(Request request, ContentRange.Span span) throws IOException {
    UploadSession session = session(request);
    session.turn.lock();
    try {
      if (session.fileId().isPresent()) {
        request.discardBody();
        return state(session, request);
      }
      session.check(span);
      session.take(span, request.body(), request.fault());
      if (request.fault().filter(Fault.KeepLess.class::isInstance).isPresent()) {
        request.discardBody();
      }
      return state(session, request);
    } finally {
      session.turn.unlock();
    }
  }

  private Answer state(UploadSession session, Request request) throws IOException {
    if (session.fileId().isEmpty() && session.whole()) {
      session.became(finish(session).id());
    }
    if (session.fileId().isPresent()) {
      StoredFile file = files.get(session.fileId().get(), session.scope());
      return Answer.json(session.fields().apply(FileJson.write(file, request.baseUrl())));
    }
    Answer more = Answer.empty(308);
    // Without bytes there is no Range header: "bytes=0-0" would mean one.
    return session.received() == 0
        ? more
        : more.with("Range", "bytes=0-" + (session.received() - 1));
  }

  private StoredFile finish(UploadSession session) throws IOException {
    StoredFile file =
        switch (session.purpose()) {
          case Purpose.NewFile created -> files.create(created.metadata(), session.scope());
          case Purpose.NewContent content ->
              files.update(content.fileId(), content.changes(), session.scope());
        };
    return files.fill(file, session.gathered());
  }

  private UploadSession session(Request request) {
    return request
        .parameter("upload_id")
        .flatMap(id -> Optional.ofNullable(sessions.get(id)))
        .orElseThrow(Refusal::noAddress);
  }

  void forget(Request request) {
    request.parameter("upload_id").ifPresent(sessions::remove);
  }

  /** All sessions expire, as they do after a week. */
  void forgetAll() {
    sessions.clear();
  }

  /** What no log may show: the addresses of all open sessions. */
  Set<String> secrets() {
    return Set.copyOf(sessions.keySet());
  }
}
