package dev.deckmill.api.fetch;

import java.io.IOException;

/**
 * How much one answer may bring, counted where it leaves the socket: below TLS, and before anybody
 * has looked for the end of a line in it. What is not the page may never come in a longer stretch
 * than {@link #AROUND}, so that nobody who keeps it until it ends keeps more than that: the TLS
 * handshake with the head, and whatever stands between two pieces of the page or behind it.
 */
final class ReceiveLimit {
  /** The longest stretch without a byte of the page. */
  static final int AROUND = 64 * 1024;

  private long inAll;
  private long stretch = AROUND;
  private boolean exceeded;

  /**
   * @param page how long the page may be
   */
  ReceiveLimit(long page) {
    // In the smallest chunks that make sense, a page takes twice its bytes.
    this.inAll = 2L * AROUND + 2 * page;
  }

  /** How many of {@code wanted} bytes may be read now: at least one. */
  int allowed(int wanted) throws IOException {
    long left = Math.min(inAll, stretch);
    if (left <= 0 && wanted > 0) {
      exceeded = true;
      throw new IOException("the answer brings more than it may");
    }
    return (int) Math.min(left, wanted);
  }

  /** So many bytes left the socket. */
  void received(int bytes) {
    inAll -= bytes;
    stretch -= bytes;
  }

  /** The head is over, or some of the page was among what was received. */
  void beginStretch() {
    stretch = AROUND;
  }

  /** The server wanted to send more. */
  boolean exceeded() {
    return exceeded;
  }
}
