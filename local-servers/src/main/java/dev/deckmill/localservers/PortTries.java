package dev.deckmill.localservers;

import java.io.IOException;

/** Starts a server that chooses its port by itself more than once if need be. */
final class PortTries {
  private static final int MOST = 3;

  private PortTries() {}

  /** One start. */
  @FunctionalInterface
  interface Start<S> {
    /**
     * Waits until the server serves.
     *
     * @throws LocalServerException if it does not come up; nothing is left of it then
     */
    S start() throws IOException;
  }

  /**
   * The started server. Another process may take a free port between our finding it and the
   * server's binding it, so a start on a free one is tried again; one on a given port is not.
   *
   * @param port 1 to 65535, or 0 for a free one
   */
  static <S> S start(int port, Start<S> start) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return start.start();
      } catch (LocalServerException e) {
        if (port != 0 || tried == MOST) {
          throw e;
        }
      }
    }
  }
}
