package dev.deckmill.svgpptx;

/**
 * Is told of each stage of a conversion; how a service puts spans around them without the engine
 * knowing of spans.
 */
public interface StageObserver {
  /** The four stages, in their order. */
  enum Stage {
    PARSE,
    ANALYZE,
    MAP,
    EMBED
  }

  /** A stage's work. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws PageRejected;
  }

  /** Runs {@code work}, once, on the calling thread, and returns what it returns. */
  <T> T in(Stage stage, Work<T> work) throws PageRejected;
}
