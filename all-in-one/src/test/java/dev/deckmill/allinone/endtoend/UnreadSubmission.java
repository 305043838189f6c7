package dev.deckmill.allinone.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A submission that is sent whole, and whose answer its sender does not come to read. */
final class UnreadSubmission implements AutoCloseable {
  private final Socket socket;

  UnreadSubmission(URI api, String apiKey, String idempotencyKey, byte[] json) throws IOException {
    socket = new Socket(api.getHost(), api.getPort());
    String head =
        """
        POST /v1/jobs HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Idempotency-Key: %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(api.getAuthority(), apiKey, idempotencyKey, json.length)
            .replace("\n", "\r\n");
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(US_ASCII));
    request.writeBytes(json);
    socket.getOutputStream().write(request.toByteArray());
    socket.getOutputStream().flush();
  }

  /** Whether the API had come to answer it before its end. */
  boolean answered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
