package dev.deckmill.svgpptx.analyze.plan;

import java.util.Objects;

/**
 * What stands on an end of a line, in its colour.
 *
 * @param length along the line
 * @param width across it
 */
public record LineEnd(Kind kind, Size length, Size width) {
  /** What it is. */
  public enum Kind {
    TRIANGLE,
    OVAL
  }

  /** How large, in widths of the line. */
  public enum Size {
    SMALL(2),
    MEDIUM(3),
    LARGE(5);

    private final int widths;

    Size(int widths) {
      this.widths = widths;
    }

    public int widths() {
      return widths;
    }
  }

  public LineEnd {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(width, "width");
  }
}
