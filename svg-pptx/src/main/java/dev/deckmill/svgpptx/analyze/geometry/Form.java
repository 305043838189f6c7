package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An outline on the slide, in EMU. */
public sealed interface Form {
  record Rect(Place place) implements Form {
    public Rect {
      Objects.requireNonNull(place, "place");
    }
  }

  /**
   * A rectangle with round corners.
   *
   * @param radius of the corners, in EMU, at most half the shorter side
   */
  record RoundRect(Place place, double radius) implements Form {
    public RoundRect {
      Objects.requireNonNull(place, "place");
    }
  }

  record Ellipse(Place place) implements Form {
    public Ellipse {
      Objects.requireNonNull(place, "place");
    }
  }

  /** A straight line; it has no inside. */
  record Segment(double x1, double y1, double x2, double y2) implements Form {}

  /**
   * Anything else; its paths are in EMU.
   *
   * @param inside its inside is where an odd number of its contours lie around
   * @param outline what a line follows, where that is another path; or null
   */
  public record Free(Geometry.Path inside, Geometry.@Nullable Path outline) implements Form {
    public Free {
      Objects.requireNonNull(inside, "inside");
    }

    public Free(Geometry.Path path) {
      this(path, null);
    }

    /**
     * Whether there is nothing of it: a path that goes back the way it came has no inside under the
     * nonzero rule.
     */
    public boolean isEmpty() {
      return inside.coordinates().length == 0
          && (outline == null || outline.coordinates().length == 0);
    }

    /** The upright box around both. */
    public Place bounds() {
      Extent inner = Extent.of(inside);
      Extent both = outline == null ? inner : inner.union(Extent.of(outline));
      return new Place(both.left(), both.top(), both.width(), both.height(), 0);
    }
  }
}
