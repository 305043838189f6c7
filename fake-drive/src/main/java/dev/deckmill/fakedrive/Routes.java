package dev.deckmill.fakedrive;

import static dev.deckmill.fakedrive.fault.CallKind.INSPECT;

import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.file.Refusal;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request is which call of Drive, and how it is answered. */
final class Routes {
  private static final Pattern FILE = Pattern.compile("/drive/v3/files/([^/]+)");
  private static final Pattern OF_FILE =
      Pattern.compile("/drive/v3/files/([^/]+)/(permissions|copy|revisions)");
  private static final Pattern PERMISSION =
      Pattern.compile("/drive/v3/files/([^/]+)/permissions/([^/]+)");
  private static final Pattern DRIVE = Pattern.compile("/drive/v3/drives/([^/]+)");
  private static final Pattern UPLOAD = Pattern.compile("/upload/drive/v3/files(?:/([^/]+))?");

  private final FileCalls calls;
  private final PermissionCalls permissions;
  private final SharedDriveCalls drives;
  private final Uploads uploads;
  private final Tokens tokens;
  private final Consents consents;
  private final Inspection inspection;

  Routes(
      FileCalls calls,
      PermissionCalls permissions,
      SharedDriveCalls drives,
      Uploads uploads,
      Tokens tokens,
      Consents consents,
      Inspection inspection) {
    this.calls = calls;
    this.permissions = permissions;
    this.drives = drives;
    this.uploads = uploads;
    this.tokens = tokens;
    this.consents = consents;
    this.inspection = inspection;
  }

  /** A call and how to answer it. */
  record Route(CallKind kind, Action action) {}

  /** Answers a request, or refuses it. */
  interface Action {
    Answer answer(Request request) throws IOException;
  }

  Route of(Request request) {
    String path = request.path();
    if (path.equals("/token")) {
      return new Route(CallKind.TOKEN, tokens::grant);
    }
    if (path.equals("/o/oauth2/v2/auth")) {
      return new Route(CallKind.AUTHORIZE, consents::ask);
    }
    if (path.equals("/revoke")) {
      return new Route(CallKind.REVOKE, consents::revoke);
    }
    if (path.startsWith("/drive/v3/") || path.startsWith("/upload/")) {
      Route route = path.startsWith("/upload/") ? upload(request) : metadata(request);
      return new Route(
          route.kind,
          checked -> {
            tokens.check(checked);
            return route.action.answer(checked);
          });
    }
    return new Route(INSPECT, inspection::answer);
  }

  private Route metadata(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /drive/v3/about" -> new Route(CallKind.ABOUT, calls::about);
      case "GET /drive/v3/files/generateIds" ->
          new Route(CallKind.GENERATE_IDS, calls::generateIds);
      case "GET /drive/v3/files" -> new Route(CallKind.LIST, calls::list);
      case "GET /drive/v3/drives" -> new Route(CallKind.DRIVE_LIST, drives::list);
      case "POST /drive/v3/files" -> new Route(CallKind.CREATE, calls::create);
      // Strings are no closed set; paths with an id in them come next.
      default -> ofFile(request);
    };
  }

  private Route ofFile(Request request) {
    Matcher of = OF_FILE.matcher(request.path());
    if (of.matches()) {
      return ofFile(request.method() + " " + of.group(2), of.group(1));
    }
    Matcher permission = PERMISSION.matcher(request.path());
    if (permission.matches()) {
      return permission(request.method(), permission.group(1), permission.group(2));
    }
    Matcher drive = DRIVE.matcher(request.path());
    if (drive.matches() && request.method().equals("GET")) {
      return new Route(CallKind.DRIVE_GET, asked -> drives.get(drive.group(1), asked));
    }
    Matcher file = FILE.matcher(request.path());
    if (!file.matches()) {
      return unknown();
    }
    String id = file.group(1);
    boolean media = request.parameter("alt").orElse("json").equals("media");
    return switch (request.method()) {
      case "GET" ->
          media
              ? new Route(CallKind.DOWNLOAD, asked -> calls.download(id, asked))
              : new Route(CallKind.GET, asked -> calls.get(id, asked));
      case "PATCH" -> new Route(CallKind.UPDATE, asked -> calls.update(id, asked));
      case "DELETE" -> new Route(CallKind.DELETE, asked -> calls.delete(id, asked));
      default -> unknown();
    };
  }

  private Route ofFile(String call, String id) {
    return switch (call) {
      case "POST permissions" ->
          new Route(CallKind.PERMISSION_CREATE, asked -> permissions.create(id, asked));
      case "GET permissions" ->
          new Route(CallKind.PERMISSION_LIST, asked -> permissions.list(id, asked));
      case "POST copy" -> new Route(CallKind.COPY, asked -> calls.copy(id, asked));
      case "GET revisions" ->
          new Route(CallKind.REVISION_LIST, asked -> calls.revisions(id, asked));
      // Strings are no closed set.
      default -> unknown();
    };
  }

  private Route permission(String method, String fileId, String id) {
    return switch (method) {
      case "GET" -> new Route(CallKind.PERMISSION_GET, asked -> permissions.get(fileId, id, asked));
      case "PATCH" ->
          new Route(CallKind.PERMISSION_UPDATE, asked -> permissions.update(fileId, id, asked));
      case "DELETE" ->
          new Route(CallKind.PERMISSION_DELETE, asked -> permissions.delete(fileId, id, asked));
      // Strings are no closed set.
      default -> unknown();
    };
  }

  private Route upload(Request request) {
    Matcher path = UPLOAD.matcher(request.path());
    if (!path.matches()) {
      return unknown();
    }
    Optional<String> fileId = Optional.ofNullable(path.group(1));
    if (request.parameter("upload_id").isPresent() && request.method().equals("PUT")) {
      return inSession(request);
    }
    String method = fileId.isPresent() ? "PATCH" : "POST";
    return request.method().equals(method)
        ? new Route(CallKind.UPLOAD_START, asked -> uploads.start(asked, fileId))
        : unknown();
  }

  private Route inSession(Request request) {
    try {
      return switch (ContentRange.of(request)) {
        case ContentRange.Question question ->
            new Route(CallKind.UPLOAD_STATUS, asked -> uploads.ask(asked, question));
        case ContentRange.Span span ->
            new Route(CallKind.UPLOAD_CHUNK, asked -> uploads.chunk(asked, span));
      };
    } catch (Refusal wrongRange) {
      return new Route(
          CallKind.UPLOAD_CHUNK,
          asked -> {
            throw wrongRange;
          });
    }
  }

  private static Route unknown() {
    return new Route(
        INSPECT,
        asked -> {
          throw Refusal.noAddress();
        });
  }
}
