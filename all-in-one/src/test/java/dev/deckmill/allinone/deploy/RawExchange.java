package dev.deckmill.allinone.deploy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One request of which only the head is sent: what a proper client can't do. */
final class RawExchange {
  private RawExchange() {}

  static ReceivedProblem of(int port, String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      int status = Integer.parseInt(in.readLine().split(" ", 3)[1]);
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      var body = new char[Integer.parseInt(headers.getOrDefault("Content-Length", "0"))];
      int read = 0;
      while (read < body.length) {
        read += in.read(body, read, body.length - read);
      }
      return ReceivedProblem.of(
          status,
          headers.getOrDefault("Content-Type", ""),
          headers.getOrDefault("X-Request-Id", ""),
          new String(body));
    }
  }
}
