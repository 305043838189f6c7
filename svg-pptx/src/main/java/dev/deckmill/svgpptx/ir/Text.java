package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code text} (SVG 2 §11), white space collapsed, cut into chunks: a new chunk wherever x or y is
 * given anew.
 *
 * @param chunks in document order
 */
public record Text(Origin origin, Affine transform, Compositing compositing, List<Chunk> chunks)
    implements Node {
  /** {@code text-anchor}: which point of the chunk lies at its x. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * An anchored chunk (SVG 2 §11.5).
   *
   * @param x of the anchor point, in user units
   * @param y of the baseline, in user units
   * @param rotation of the chunk around (x, y), clockwise in degrees; 0 as a rule
   */
  public record Chunk(double x, double y, Anchor anchor, double rotation, List<Run> runs) {
    public Chunk {
      Objects.requireNonNull(anchor, "anchor");
      runs = List.copyOf(runs);
    }
  }

  /**
   * Characters of one look.
   *
   * @param text at least one character; no line feed
   * @param dx extra advance before the run, in user units
   * @param dy shift of this and the following runs of the chunk, downwards, in user units
   * @param baselineShift upwards, in user units, of this run alone
   */
  public record Run(
      String text,
      Font font,
      Paint fill,
      @Nullable Stroke stroke,
      double dx,
      double dy,
      double baselineShift,
      double letterSpacing,
      double wordSpacing,
      Decoration decoration,
      @Nullable String language,
      @Nullable String href) {
    public Run {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(font, "font");
      Objects.requireNonNull(fill, "fill");
      Objects.requireNonNull(decoration, "decoration");
    }
  }

  /**
   * A font as CSS describes it (CSS Fonts 4 §2).
   *
   * @param families as listed, unquoted, first choice first; never empty
   * @param size in user units, above 0
   * @param weight 1 to 1000; 400 is normal, 700 bold
   * @param smallCaps {@code font-variant: small-caps}
   */
  public record Font(
      List<String> families, double size, int weight, boolean italic, boolean smallCaps) {
    public Font {
      families = List.copyOf(families);
    }
  }

  /** {@code text-decoration-line}. */
  public record Decoration(boolean underline, boolean overline, boolean lineThrough) {
    public static final Decoration NONE = new Decoration(false, false, false);
  }

  public Text {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(compositing, "compositing");
    chunks = List.copyOf(chunks);
  }
}
