package dev.deckmill.api.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** A server on the loopback address that writes bytes as it likes, whatever it is asked. */
final class RawServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RawServer.class);

  private final ServerSocket listening;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final byte[] first;
  private final byte[] forEver;

  /**
   * @param first sent once
   * @param forEver sent again and again afterwards, until the client has gone; empty: the end
   */
  RawServer(String first, String forEver) {
    this.first = first.getBytes(ISO_8859_1);
    this.forEver = forEver.getBytes(ISO_8859_1);
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (!listening.isClosed()) {
      answerOne();
    }
  }

  private void answerOne() {
    try (Socket socket = listening.accept()) {
      asked.incrementAndGet();
      // What waits to be sent is small, so that what was sent is nearly what was received.
      socket.setSendBufferSize(16_384);
      send(socket.getOutputStream());
    } catch (IOException e) {
      LOG.debugf("The client has gone, or the test is over: %s", e.getMessage());
    }
  }

  private void send(OutputStream out) throws IOException {
    out.write(first);
    sent.addAndGet(first.length);
    while (forEver.length > 0) {
      out.write(forEver);
      sent.addAndGet(forEver.length);
    }
  }

  /** How many bytes clients have taken, or their machine for them. */
  long sent() {
    return sent.get();
  }

  /** How many connections there were. */
  int asked() {
    return asked.get();
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + listening.getLocalPort() + "/p.svg";
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
