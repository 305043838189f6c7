package dev.deckmill.localservers.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports that no process listens on at this moment. */
final class FreePorts {
  private FreePorts() {}

  static int one() throws IOException {
    try (ServerSocket socket = loopback()) {
      return socket.getLocalPort();
    }
  }

  /** One that is not {@code taken}, which may not be listened on yet. */
  static int oneBeside(int taken) throws IOException {
    try (ServerSocket first = loopback();
        ServerSocket second = loopback()) {
      return first.getLocalPort() == taken ? second.getLocalPort() : first.getLocalPort();
    }
  }

  private static ServerSocket loopback() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
