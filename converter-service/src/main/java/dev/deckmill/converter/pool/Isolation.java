package dev.deckmill.converter.pool;

import dev.deckmill.converter.child.ChildReply;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What keeps a child from the network and from the parent, as far as this host allows: tried out at
 * start, strongest first.
 *
 * @param level how much it is
 * @param prefix the command that a child's own is put behind
 */
public record Isolation(Level level, List<String> prefix) {
  private static final int PROBE_SECONDS = 20;
  private static final String NOBODY = "65534";

  /** From most to least. */
  public enum Level {
    /** No network, and a user of its own that can't look into the parent. */
    NETWORK_AND_USER,
    /** No network. */
    NETWORK,
    /** An ordinary process: only the lack of an environment and the bounded heap protect. */
    NONE
  }

  /** Finds out how far this host allows it. */
  @FunctionalInterface
  interface Search {
    /** The strongest way in which a child could be started just now. */
    Isolation strongest(ChildCommand command, ChildDirectories directories)
        throws IOException, InterruptedException;
  }

  public Isolation {
    prefix = List.copyOf(prefix);
  }

  /** The user a child runs as, or null where it runs as the parent does. */
  boolean ownUser() {
    return level == Level.NETWORK_AND_USER;
  }

  static int nobody() {
    return Integer.parseInt(NOBODY);
  }

  /** The strongest way in which a child could be started just now. */
  static Isolation strongest(ChildCommand command, ChildDirectories directories)
      throws IOException, InterruptedException {
    for (Isolation candidate :
        List.of(
            new Isolation(
                Level.NETWORK_AND_USER,
                List.of(
                    "unshare",
                    "--net",
                    "setpriv",
                    "--reuid",
                    NOBODY,
                    "--regid",
                    NOBODY,
                    "--clear-groups",
                    "--no-new-privs")),
            new Isolation(Level.NETWORK, List.of("unshare", "--net")),
            new Isolation(Level.NETWORK, List.of("unshare", "--user", "--net")))) {
      if (works(candidate, command, directories)) {
        return candidate;
      }
    }
    return new Isolation(Level.NONE, List.of());
  }

  private static boolean works(
      Isolation candidate, ChildCommand command, ChildDirectories directories)
      throws IOException, InterruptedException {
    Path directory = directories.create(candidate);
    try {
      return saysReady(command.with(candidate.prefix()).start(directory, "--probe"));
    } catch (IOException notInstalledOrSilent) {
      return false;
    } finally {
      directories.delete(directory);
    }
  }

  private static boolean saysReady(Process probe) throws IOException, InterruptedException {
    try {
      probe.getOutputStream().close();
      // One frame fits the pipe, so the child never waits for us to read it. It is read before the
      // process is destroyed, because that closes the pipe.
      return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)
          && ChildReply.read(new DataInputStream(probe.getInputStream()), ChildReply.NO_SLIDE)
              instanceof ChildReply.Ready;
    } finally {
      probe.destroyForcibly().waitFor();
    }
  }
}
