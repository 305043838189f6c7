package dev.deckmill.svgpptx.ir;

import java.util.Objects;

/** What a filter primitive works on: {@code in} (Filter Effects 1 §9.2). */
public sealed interface FilterInput {
  /** What has a name of its own. */
  enum Source implements FilterInput {
    /** Where nothing is given: the result before, and at first the source graphic. */
    PREVIOUS,
    SOURCE_GRAPHIC,
    SOURCE_ALPHA
  }

  /** The result of an earlier primitive, or what {@code PREVIOUS} is where none has this name. */
  record Result(String name) implements FilterInput {
    public Result {
      Objects.requireNonNull(name, "name");
    }
  }
}
