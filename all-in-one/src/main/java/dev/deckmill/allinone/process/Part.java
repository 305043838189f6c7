package dev.deckmill.allinone.process;

import java.io.IOException;

/** Something that runs in a process of its own and can be started again and again. */
public interface Part {
  /** For people. */
  String name();

  /**
   * Starts it anew; it need not be ready on return.
   *
   * @throws IOException if it can't be started; the message says why
   */
  Running start() throws IOException;

  /** One life of a part. */
  interface Running {
    /** Its process. */
    long pid();

    /** Whether it can do its work; asked until true. Something not up yet is no error. */
    boolean ready() throws InterruptedException;

    /** Waits for its end, which {@link StartFailed} is thrown for if it was never ready. */
    int waitFor() throws InterruptedException;

    /** Whether it runs. */
    boolean alive();

    /** Why it is not ready, for people: the end of its log. */
    String lastWords() throws IOException;

    /** Asks it to end, and makes it if it takes too long. */
    void stop() throws IOException, InterruptedException;
  }
}
