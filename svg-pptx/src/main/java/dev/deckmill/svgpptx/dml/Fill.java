package dev.deckmill.svgpptx.dml;

import java.util.List;
import java.util.Objects;

/** What an area is filled with ({@code EG_FillProperties}, ECMA-376 §20.1.8). */
public sealed interface Fill {
  /** {@code a:noFill}. */
  record None() implements Fill {}

  /** {@code a:solidFill}. */
  record Solid(Color color) implements Fill {
    public Solid {
      Objects.requireNonNull(color, "color");
    }
  }

  /**
   * {@code a:gs}.
   *
   * @param position in 1000ths of a percent, 0 to 100,000
   */
  record Stop(int position, Color color) {
    public Stop {
      Objects.requireNonNull(color, "color");
    }
  }

  /** {@code a:gradFill} with {@code a:lin}: at least two stops, along {@code angle}. */
  record Linear(List<Stop> stops, Angle angle) implements Fill {
    public Linear {
      stops = List.copyOf(stops);
      Objects.requireNonNull(angle, "angle");
    }
  }

  /**
   * {@code a:gradFill} with {@code a:path path="circle"}: from {@code focus} to the ellipse through
   * the corners of {@code tile}, both relative to the shape's box.
   */
  record Circular(List<Stop> stops, RelativeRect focus, RelativeRect tile) implements Fill {
    public Circular {
      stops = List.copyOf(stops);
      Objects.requireNonNull(focus, "focus");
      Objects.requireNonNull(tile, "tile");
    }
  }

  /**
   * {@code a:blipFill} with {@code a:tile}: the picture is repeated from the shape's top left
   * corner, moved by {@code x} and {@code y} and scaled by the two ratios.
   */
  record Tiled(Blip blip, Emu x, Emu y, int scaleX, int scaleY) implements Fill {
    public Tiled {
      Objects.requireNonNull(blip, "blip");
      Objects.requireNonNull(x, "x");
      Objects.requireNonNull(y, "y");
    }
  }
}
