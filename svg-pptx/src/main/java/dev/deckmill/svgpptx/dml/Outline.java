package dev.deckmill.svgpptx.dml;

import java.util.List;
import java.util.Objects;

/** A shape's geometry ({@code EG_Geometry}, ECMA-376 §20.1.9). */
public sealed interface Outline {
  /**
   * {@code a:prstGeom}.
   *
   * @param adjust the corner's radius in 50,000ths of the shorter side for a round rectangle; 0 for
   *     the others
   */
  record Preset(Kind kind, int adjust) implements Outline {
    /** The presets that are used, by the schema's names. */
    public enum Kind {
      RECT("rect"),
      ROUND_RECT("roundRect"),
      ELLIPSE("ellipse"),
      LINE("line");

      private final String token;

      Kind(String token) {
        this.token = token;
      }

      public String token() {
        return token;
      }
    }

    public Preset {
      Objects.requireNonNull(kind, "kind");
    }

    /** A plain rectangle. */
    public static Preset rect() {
      return new Preset(Kind.RECT, 0);
    }
  }

  /**
   * {@code a:custGeom}: paths in a space of {@code width} × {@code height} that is stretched over
   * the shape's box.
   */
  record Custom(int width, int height, List<Path> paths) implements Outline {
    public Custom {
      paths = List.copyOf(paths);
    }
  }

  /**
   * {@code a:path}: its insides are where an odd number of its contours lie around.
   *
   * @param commands M, L, C, Q or Z for each segment
   * @param coordinates x and y in turn
   * @param filled whether its inside is filled
   * @param stroked whether its outline is drawn
   */
  @SuppressWarnings("ArrayRecordComponent") // a map has a million of them; never compared
  record Path(byte[] commands, int[] coordinates, boolean filled, boolean stroked) {}
}
