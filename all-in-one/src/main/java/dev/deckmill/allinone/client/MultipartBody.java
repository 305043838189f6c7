package dev.deckmill.allinone.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@code multipart/form-data} body (RFC 7578) that streams its files. */
final class MultipartBody {
  private static final String LINE = "\r\n";

  private final String boundary;
  private final List<BodyPublisher> parts = new ArrayList<>();

  /**
   * @param boundary must not occur in the content
   */
  MultipartBody(String boundary) {
    this.boundary = boundary;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  void fields(Map<String, String> fields) {
    fields.forEach(
        (name, value) ->
            text(
                head("form-data; name=\"" + quoted(name) + "\"", "text/plain; charset=UTF-8")
                    + value
                    + LINE));
  }

  void file(String name, Path file, String mediaType) throws FileNotFoundException {
    String label = file.getFileName().toString();
    text(
        head(
            "form-data; name=\"" + quoted(name) + "\"; filename=\"" + quoted(label) + "\"",
            mediaType));
    parts.add(BodyPublishers.ofFile(file));
    text(LINE);
  }

  BodyPublisher publisher() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(BodyPublishers.ofString("--" + boundary + "--" + LINE, StandardCharsets.UTF_8));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private String head(String disposition, String mediaType) {
    return "--"
        + boundary
        + LINE
        + "Content-Disposition: "
        + disposition
        + LINE
        + "Content-Type: "
        + mediaType
        + LINE
        + LINE;
  }

  private void text(String text) {
    parts.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
  }

  /** As browsers do it: what would end the quoted name or the line becomes percent-encoded. */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
