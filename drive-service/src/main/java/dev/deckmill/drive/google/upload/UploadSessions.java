package dev.deckmill.drive.google.upload;

import com.google.api.client.http.EmptyContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.JsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveRefusedException;
import dev.deckmill.drive.google.client.UploadInterruptedException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drive's resumable upload protocol: a session is begun and has an address, bytes are put there
 * chunk by chunk, and at any time, from any process, it can be asked how many it has.
 */
final class UploadSessions {
  private static final int RESUME_INCOMPLETE = 308;
  private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-([0-9]{1,18})");

  private final HttpRequestFactory requests;
  private final JsonFactory json;
  private final String uploadUrl;

  UploadSessions(Drive drive) {
    this.requests = drive.getRequestFactory();
    this.json = drive.getJsonFactory();
    this.uploadUrl = drive.getRootUrl() + "upload/" + drive.getServicePath() + "files";
  }

  /**
   * What goes into a session.
   *
   * @param type its media type
   * @param keepForever whether Drive keeps it as a revision when other bytes have come after it
   */
  record Content(String type, long bytes, boolean keepForever) {}

  /** Begins a session for a new file and gives its address. */
  String startNew(File metadata, Content content) throws IOException {
    return start("POST", new GenericUrl(uploadUrl), metadata, content);
  }

  /** Begins a session for new content of a file that is there, and perhaps other metadata. */
  String startReplacing(String fileId, File changes, Content content) throws IOException {
    GenericUrl url = new GenericUrl(uploadUrl);
    url.getPathParts().add(fileId);
    return start("PATCH", url, changes, content);
  }

  private String start(String method, GenericUrl url, File metadata, Content content)
      throws IOException {
    url.set("uploadType", "resumable");
    url.set("supportsAllDrives", true);
    url.set("fields", DriveClient.FILE_FIELDS);
    if (content.keepForever()) {
      url.set("keepRevisionForever", true);
    }
    HttpRequest request = requests.buildRequest(method, url, new JsonHttpContent(json, metadata));
    request.getHeaders().set("X-Upload-Content-Type", content.type());
    request.getHeaders().set("X-Upload-Content-Length", content.bytes());
    HttpResponse response = request.setThrowExceptionOnExecuteError(false).execute();
    try {
      String address = response.getHeaders().getLocation();
      if (!response.isSuccessStatusCode()) {
        throw DriveRefusedException.of(response, json);
      }
      if (address == null) {
        throw new UploadInterruptedException("Drive began a session and did not say where");
      }
      return address;
    } finally {
      response.disconnect();
    }
  }

  /** Asks how many bytes a session has. */
  SessionAnswer ask(String session, long bytesInAll) throws IOException {
    return put(session, new EmptyContent(), "bytes */" + bytesInAll);
  }

  /** Gives it the next bytes. */
  SessionAnswer give(String session, ChunkContent chunk) throws IOException {
    return put(session, chunk, chunk.contentRange());
  }

  private SessionAnswer put(String session, HttpContent content, String range) throws IOException {
    HttpRequest request = requests.buildPutRequest(new GenericUrl(session), content);
    request.getHeaders().setContentRange(range);
    // 308 is an answer of the protocol here, not a redirect.
    request.setFollowRedirects(false);
    HttpResponse response = request.setThrowExceptionOnExecuteError(false).execute();
    try {
      return answer(response);
    } finally {
      response.disconnect();
    }
  }

  private SessionAnswer answer(HttpResponse response) throws IOException {
    if (response.isSuccessStatusCode()) {
      return new SessionAnswer.Complete(
          json.createJsonParser(response.getContent()).parseAndClose(File.class));
    }
    return switch (response.getStatusCode()) {
      case RESUME_INCOMPLETE -> new SessionAnswer.Waiting(received(response.getHeaders()));
      case 404, 410 -> new SessionAnswer.Gone();
      // Statuses are no closed set.
      default -> throw DriveRefusedException.of(response, json);
    };
  }

  /** Without a Range header a session has nothing yet. */
  private static long received(HttpHeaders headers) throws IOException {
    String range = headers.getRange();
    if (range == null) {
      return 0;
    }
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      throw new UploadInterruptedException("Drive answered with a range that does not begin at 0");
    }
    return Long.parseLong(matcher.group(1)) + 1;
  }
}
