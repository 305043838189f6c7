package dev.deckmill.allinone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Ends our processes when we can't: a shell that holds the reading end of a pipe from us. However
 * this JVM dies, {@code kill -9} included, the pipe closes, and the shell ends whom it guards.
 */
public final class Guardian implements AutoCloseable {
  /**
   * Reads "guard PID" and "release PID"; at the end of its input it asks those left to end, and
   * after ten seconds makes them. Ctrl-C reaches it too and must not end it before its work is
   * done.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      guarded=' '
      while read -r word pid; do
        case $word in
          guard) guarded="$guarded$pid " ;;
          release)
            left=' '
            for other in $guarded; do [ "$other" = "$pid" ] || left="$left$other "; done
            guarded=$left
            ;;
        esac
      done
      [ "$guarded" != ' ' ] || exit 0
      kill -TERM $guarded 2>/dev/null
      tries=0
      while [ $tries -lt 100 ]; do
        left=
        for pid in $guarded; do kill -0 $pid 2>/dev/null && left="$left $pid"; done
        [ -n "$left" ] || exit 0
        sleep 0.1
        tries=$((tries + 1))
      done
      kill -KILL $left 2>/dev/null
      """;

  private final Process shell;
  private final Writer orders;

  private Guardian(Process shell) {
    this.shell = shell;
    this.orders = shell.outputWriter(StandardCharsets.US_ASCII);
  }

  /** Starts the shell. */
  public static Guardian start() throws IOException {
    return new Guardian(
        new ProcessBuilder("/bin/sh", "-c", SCRIPT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** From now on the process ends with us. */
  public void guard(long pid) {
    send("guard", pid);
  }

  /** The process has ended; its number may come to mean another. */
  void release(long pid) {
    send("release", pid);
  }

  /** Its own process. */
  public ProcessHandle handle() {
    return shell.toHandle();
  }

  private synchronized void send(String order, long pid) {
    try {
      orders.write(order + " " + pid + "\n");
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The process that ends the others when this one dies is gone; ending is the safe way", e);
    }
  }

  /** Lets it end those that are left, and waits for that. */
  @Override
  public void close() {
    try {
      orders.close();
      shell.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
