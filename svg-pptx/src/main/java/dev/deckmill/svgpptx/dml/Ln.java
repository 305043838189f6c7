package dev.deckmill.svgpptx.dml;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code a:ln} (ECMA-376 §20.1.2.2.24).
 *
 * @param width 0 to 20,116,800 EMU
 * @param dashes dash and gap in turn, in 1000ths of a percent of the width; empty: solid
 * @param miterLimit in 1000ths of a percent; read where the join is a miter
 * @param head the decoration at the first point
 * @param tail the decoration at the last point
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by value below
public record Ln(
    Emu width,
    Fill fill,
    Cap cap,
    Join join,
    int miterLimit,
    int[] dashes,
    @Nullable End head,
    @Nullable End tail) {
  /** {@code ST_LineCap}. */
  public enum Cap {
    FLAT("flat"),
    ROUND("rnd"),
    SQUARE("sq");

    private final String token;

    Cap(String token) {
      this.token = token;
    }

    public String token() {
      return token;
    }
  }

  /** {@code EG_LineJoinProperties}. */
  public enum Join {
    ROUND,
    BEVEL,
    MITER
  }

  /** {@code a:headEnd}, {@code a:tailEnd}. */
  public record End(Kind kind, Size width, Size length) {
    /** {@code ST_LineEndType}. */
    public enum Kind {
      TRIANGLE("triangle"),
      ARROW("arrow"),
      STEALTH("stealth"),
      DIAMOND("diamond"),
      OVAL("oval");

      private final String token;

      Kind(String token) {
        this.token = token;
      }

      public String token() {
        return token;
      }
    }

    /** {@code ST_LineEndWidth}: about 2, 3 and 5 times the line's width. */
    public enum Size {
      SMALL("sm"),
      MEDIUM("med"),
      LARGE("lg");

      private final String token;

      Size(String token) {
        this.token = token;
      }

      public String token() {
        return token;
      }
    }
  }

  /** No line at all. */
  public static final Ln NONE =
      new Ln(Emu.ZERO, new Fill.None(), Cap.FLAT, Join.ROUND, 0, new int[0], null, null);

  public Ln {
    Objects.requireNonNull(width, "width");
    Objects.requireNonNull(fill, "fill");
    Objects.requireNonNull(cap, "cap");
    Objects.requireNonNull(join, "join");
    dashes = dashes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ln l
        && width.equals(l.width)
        && fill.equals(l.fill)
        && cap == l.cap
        && join == l.join
        && miterLimit == l.miterLimit
        && Arrays.equals(dashes, l.dashes)
        && Objects.equals(head, l.head)
        && Objects.equals(tail, l.tail);
  }

  @Override
  public int hashCode() {
    return Objects.hash(width, fill, cap, join, miterLimit, Arrays.hashCode(dashes), head, tail);
  }
}
