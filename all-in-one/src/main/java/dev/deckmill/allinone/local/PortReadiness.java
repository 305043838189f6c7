package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.Launch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Ready is what accepts connections on a port of this machine. */
record PortReadiness(int port) implements Launch.Readiness {
  private static final int CONNECT_MILLIS = 500;

  @Override
  public boolean ready() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notListeningYet) {
      return false;
    }
  }
}
