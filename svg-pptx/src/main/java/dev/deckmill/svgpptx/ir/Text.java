package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code text} (SVG 2 §11), white space collapsed, cut into chunks: a new chunk wherever x or y is
 * given anew.
 *
 * @param mode which way its lines run
 * @param chunks in document order
 * @param paintBox what bounding-box units of its paints were resolved against: an estimate made
 *     without font files, so who knows the real box can move the paint; null where no paint has
 *     such units
 * @param block how its chunks are lines of paragraphs, as HTML sets them; null where each chunk
 *     stands for itself
 */
public record Text(
    Origin origin,
    Affine transform,
    Compositing compositing,
    WritingMode mode,
    List<Chunk> chunks,
    @Nullable Box paintBox,
    @Nullable TextBlock block)
    implements Node {
  /** {@code writing-mode} (CSS Writing Modes 4 §3.2). */
  public enum WritingMode {
    HORIZONTAL,
    VERTICAL_RL,
    VERTICAL_LR
  }

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
   * @param rightToLeft {@code direction: rtl}
   * @param fits {@code textLength} of runs of the chunk, none of which overlap
   * @param path {@code textPath}: x runs along this path and y beside it; or null
   */
  public record Chunk(
      double x,
      double y,
      Anchor anchor,
      boolean rightToLeft,
      List<Fit> fits,
      @Nullable OnPath path,
      List<Run> runs) {
    public Chunk {
      Objects.requireNonNull(anchor, "anchor");
      fits = List.copyOf(fits);
      runs = List.copyOf(runs);
    }
  }

  /**
   * {@code textLength}.
   *
   * @param length that the runs' advance is to have, in user units, 0 or more
   * @param stretchGlyphs {@code lengthAdjust: spacingAndGlyphs}; else only the gaps change
   * @param from index of the first run
   * @param to index after the last run
   */
  public record Fit(double length, boolean stretchGlyphs, int from, int to) {}

  /**
   * {@code textPath}.
   *
   * @param geometry in the text's user space
   * @param startOffset along the path, in user units
   */
  public record OnPath(Geometry.Path geometry, double startOffset) {
    public OnPath {
      Objects.requireNonNull(geometry, "geometry");
    }
  }

  /**
   * Characters of one look.
   *
   * @param text at least one character; no line feed
   * @param fill {@link Paint.None} where hidden: its advance still counts
   * @param strokeFirst true where {@code paint-order} puts the stroke below the fill
   * @param placement where it stands beside the run before
   * @param letterSpacing added after each character, in user units
   * @param wordSpacing added to each space, in user units
   * @param language {@code xml:lang}
   * @param href of the {@code a} element around it, as written
   */
  public record Run(
      String text,
      Font font,
      Paint fill,
      @Nullable Stroke stroke,
      boolean strokeFirst,
      Placement placement,
      double letterSpacing,
      double wordSpacing,
      Decoration decoration,
      @Nullable String language,
      @Nullable String href) {
    public Run {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(font, "font");
      Objects.requireNonNull(fill, "fill");
      Objects.requireNonNull(placement, "placement");
      Objects.requireNonNull(decoration, "decoration");
    }

    /** The same, standing otherwise, without spacing. */
    public Run at(Placement other) {
      return new Run(
          text, font, fill, stroke, strokeFirst, other, 0, 0, decoration, language, href);
    }

    /** Some of its characters alone. */
    public Run part(String characters) {
      return new Run(
          characters,
          font,
          fill,
          stroke,
          strokeFirst,
          placement,
          letterSpacing,
          wordSpacing,
          decoration,
          language,
          href);
    }
  }

  /**
   * Where a run stands beside the one before.
   *
   * @param dx extra advance before the run, in user units
   * @param dy shift of this and the following runs of the chunk, downwards, in user units
   * @param rotate of each of its glyphs around its own origin, clockwise in degrees
   * @param baseline which line of the font lies at y
   * @param shift {@code baseline-shift}, upwards, in user units, of this run alone
   */
  public record Placement(double dx, double dy, double rotate, Baseline baseline, double shift) {
    /** Straight on. */
    public static final Placement NONE = new Placement(0, 0, 0, Baseline.ALPHABETIC, 0);

    public Placement {
      Objects.requireNonNull(baseline, "baseline");
    }
  }

  /** {@code dominant-baseline} or {@code alignment-baseline} (CSS Inline 3 §4.1). */
  public enum Baseline {
    ALPHABETIC,
    /** Half the x-height above the alphabetic one. */
    MIDDLE,
    /** Halfway between ascent and descent. */
    CENTRAL,
    HANGING,
    MATHEMATICAL,
    IDEOGRAPHIC,
    /** The ascent. */
    TEXT_TOP,
    /** The descent. */
    TEXT_BOTTOM
  }

  /**
   * A font as CSS describes it (CSS Fonts 4 §2).
   *
   * @param families as listed, unquoted, first choice first; never empty
   * @param size in user units, above 0
   * @param weight 1 to 1000; 400 is normal, 700 bold
   * @param stretch {@code font-stretch} in percent; 100 is normal
   * @param smallCaps {@code font-variant: small-caps}
   */
  public record Font(
      List<String> families,
      double size,
      int weight,
      double stretch,
      boolean italic,
      boolean smallCaps) {
    public Font {
      families = List.copyOf(families);
    }
  }

  /**
   * {@code text-decoration-line}, each with its colour or the fill of the element that asks for it;
   * null: without.
   *
   * @param form of all of them
   */
  public record Decoration(
      @Nullable Paint underline,
      @Nullable Paint overline,
      @Nullable Paint lineThrough,
      LineForm form) {
    public static final Decoration NONE = new Decoration(null, null, null, LineForm.SOLID);

    /** Whether slides know all its lines in this form: any below, one or two through the text. */
    public boolean keepsItsForm() {
      return form == LineForm.SOLID
          || (overline == null && (lineThrough == null || form == LineForm.DOUBLE));
    }
  }

  /** {@code text-decoration-style} (CSS Text Decoration 3 §2.2). */
  public enum LineForm {
    SOLID,
    DOUBLE,
    DOTTED,
    DASHED,
    WAVY
  }

  public Text {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(compositing, "compositing");
    Objects.requireNonNull(mode, "mode");
    chunks = List.copyOf(chunks);
    if (block != null && block.lineCount() != chunks.size()) {
      throw new IllegalArgumentException("a block has as many lines as its text has chunks");
    }
  }

  /** Text whose chunks stand for themselves. */
  public Text(
      Origin origin,
      Affine transform,
      Compositing compositing,
      WritingMode mode,
      List<Chunk> chunks,
      @Nullable Box paintBox) {
    this(origin, transform, compositing, mode, chunks, paintBox, null);
  }

  /** Its chunks, and with them the markers of list items. */
  public List<Chunk> drawn() {
    return block == null ? chunks : block.withMarkers(chunks);
  }

  @Override
  public Text withTransform(Affine other) {
    return new Text(origin, other, compositing, mode, chunks, paintBox, block);
  }

  @Override
  public Text withCompositing(Compositing other) {
    return new Text(origin, transform, other, mode, chunks, paintBox, block);
  }
}
