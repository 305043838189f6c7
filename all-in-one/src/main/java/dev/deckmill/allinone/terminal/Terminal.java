package dev.deckmill.allinone.terminal;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Where the command line writes: results to {@code out}, what goes on meanwhile to {@code err}.
 *
 * @param interactive a person watches {@code err} on a terminal, so a line may be drawn anew
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /** ECMA-48 §8.3.41: back to the line's beginning, erase to its end. */
  static final String ERASE_LINE = "\r\033[K";

  public Terminal {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }

  /** The process's own streams; the launcher says whether they are a terminal, as Java 21 can't. */
  public static Terminal ofProcess() {
    return new Terminal(System.out, System.err, Boolean.getBoolean("deckmill.terminal"));
  }

  /** A line of the result. */
  public void result(String line) {
    out.println(line);
    out.flush();
  }

  /** A line of what goes on; on a terminal it replaces what was being drawn or typed there. */
  public void note(String line) {
    err.println(interactive ? ERASE_LINE + line : line);
    err.flush();
  }

  /** Whether the terminal's encoding has block characters. */
  boolean drawsBlocks() {
    Charset charset = err.charset();
    return charset.newEncoder().canEncode('█');
  }
}
