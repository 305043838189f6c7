package dev.deckmill.fakedrive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stand-in is set up.
 *
 * @param host the address it listens on; the loopback unless it runs in a container of its own
 * @param port the port, or 0 for a free one
 * @param dataDir where files are kept across restarts, or empty for a directory that is removed at
 *     the end
 * @param tokenRequired whether calls without a token of the token endpoint are refused; a wrong
 *     token always is
 * @param quotaBytes how much My Drive holds; shared drives hold anything. 0 is what a service
 *     account has
 */
public record FakeDriveSettings(
    String host, int port, Optional<Path> dataDir, boolean tokenRequired, long quotaBytes) {
  /** Listens on a free port of the loopback, keeps nothing, trusts everybody. */
  public static FakeDriveSettings defaults() {
    return new FakeDriveSettings("127.0.0.1", 0, Optional.empty(), false, Long.MAX_VALUE);
  }

  /** The same, listening on an address that others can reach. */
  public FakeDriveSettings withHost(String value) {
    return new FakeDriveSettings(value, port, dataDir, tokenRequired, quotaBytes);
  }

  /** The same on another port; 0 takes a free one. */
  public FakeDriveSettings withPort(int value) {
    return new FakeDriveSettings(host, value, dataDir, tokenRequired, quotaBytes);
  }

  /** The same with files that outlast the process. */
  public FakeDriveSettings withDataDir(Path value) {
    return new FakeDriveSettings(host, port, Optional.of(value), tokenRequired, quotaBytes);
  }

  /** The same, refusing calls without an access token as Drive does. */
  public FakeDriveSettings requiringTokens() {
    return new FakeDriveSettings(host, port, dataDir, true, quotaBytes);
  }

  /** The same with so much room in My Drive; shared drives are not counted. */
  public FakeDriveSettings withQuotaBytes(long value) {
    return new FakeDriveSettings(host, port, dataDir, tokenRequired, value);
  }
}
