package dev.deckmill.localservers.child;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.lang.ProcessBuilder.Redirect.INHERIT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL's programs run: they refuse to run as root.
 *
 * @param prefix what stands before each command
 */
record Account(List<String> prefix) {
  private static final Account OURS = new Account(List.of());

  /** Root, but seen as nobody from inside a user namespace. */
  private static final Account NAMESPACE = new Account(List.of("unshare", "-U", "--"));

  /**
   * Where a container forbids namespaces: a real change of user, who keeps the right to pass
   * through directories that are closed to all but root.
   */
  private static final Account NOBODY =
      new Account(
          List.of(
              "setpriv",
              "--reuid=65534",
              "--regid=65534",
              "--clear-groups",
              "--inh-caps=+dac_override",
              "--ambient-caps=+dac_override",
              "--"));

  Account {
    prefix = List.copyOf(prefix);
  }

  /** The first that works here. */
  static Account find() throws IOException {
    for (Account account : List.of(OURS, NAMESPACE, NOBODY)) {
      if (account.isNotRoot()) {
        return account;
      }
    }
    throw new IOException(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv can change that here;"
            + " start Deckmill as another user");
  }

  /** Runs a program to its end; what it complains of goes to the log. */
  void run(String... command) throws IOException {
    int exit = await(builder(command).redirectOutput(DISCARD).redirectError(INHERIT).start());
    if (exit != 0) {
      throw new IOException(command[0] + " failed with exit code " + exit);
    }
  }

  private boolean isNotRoot() throws IOException {
    try {
      Process id = builder("id", "-u").start();
      String uid = new String(id.getInputStream().readAllBytes(), US_ASCII).strip();
      return await(id) == 0 && !uid.equals("0");
    } catch (IOException e) {
      return false; // no such program here: this way does not work
    }
  }

  private ProcessBuilder builder(String... command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    return new ProcessBuilder(words);
  }

  private static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
