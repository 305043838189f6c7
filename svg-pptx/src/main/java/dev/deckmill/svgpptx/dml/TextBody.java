package dev.deckmill.svgpptx.dml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code p:txBody} (ECMA-376 §19.3.1.51): no insets at the sides, no fitting.
 *
 * @param anchor where in the box the text stands
 * @param direction in which its lines run
 * @param wrap whether lines break at the box's sides
 * @param topInset kept free at the top; {@code bottomInset} at the bottom
 */
public record TextBody(
    Anchor anchor,
    Direction direction,
    boolean wrap,
    Emu topInset,
    Emu bottomInset,
    List<Paragraph> paragraphs) {
  /** Without insets. */
  public TextBody(Anchor anchor, boolean wrap, List<Paragraph> paragraphs) {
    this(anchor, Direction.HORIZONTAL, wrap, Emu.ZERO, Emu.ZERO, paragraphs);
  }

  /** {@code ST_TextVerticalType}. */
  public enum Direction {
    HORIZONTAL("horz"),
    /** Lines run down; East Asian characters stand upright, others lie on their side. */
    EAST_ASIAN_VERTICAL("eaVert");

    private final String token;

    Direction(String token) {
      this.token = token;
    }

    public String token() {
      return token;
    }
  }

  /** {@code ST_TextAnchoringType}. */
  public enum Anchor {
    TOP("t"),
    CENTER("ctr"),
    BOTTOM("b");

    private final String token;

    Anchor(String token) {
      this.token = token;
    }

    public String token() {
      return token;
    }
  }

  /** {@code ST_TextAlignType}. */
  public enum Align {
    LEFT("l"),
    CENTER("ctr"),
    RIGHT("r"),
    JUSTIFIED("just");

    private final String token;

    Align(String token) {
      this.token = token;
    }

    public String token() {
      return token;
    }
  }

  /**
   * {@code a:p}.
   *
   * @param bullet null: none, whatever a master says
   * @param lineHeight exact distance of its lines in 100ths of a point, or 0 for the font's own
   */
  public record Paragraph(
      Align align,
      int lineHeight,
      boolean rightToLeft,
      Margins margins,
      @Nullable Bullet bullet,
      List<Run> runs) {
    /** At the box's sides, without a bullet. */
    public Paragraph(Align align, int lineHeight, boolean rightToLeft, List<Run> runs) {
      this(align, lineHeight, rightToLeft, Margins.NONE, null, runs);
    }

    public Paragraph {
      Objects.requireNonNull(margins, "margins");
      Objects.requireNonNull(align, "align");
      runs = List.copyOf(runs);
    }
  }

  /**
   * What is kept free around a paragraph.
   *
   * @param left {@code marL}, 0 or more
   * @param indent of the first line from there, below 0 for a bullet that hangs
   * @param before {@code a:spcBef} in 100ths of a point
   */
  public record Margins(Emu left, Emu indent, int before) {
    public static final Margins NONE = new Margins(Emu.ZERO, Emu.ZERO, 0);
  }

  /** {@code EG_TextBullet}. */
  public sealed interface Bullet {
    /** {@code a:buChar}. */
    record Char(String character) implements Bullet {}

    /**
     * {@code a:buAutoNum}.
     *
     * @param startAt 1 to 32,767
     */
    record AutoNumber(AutoNumberScheme scheme, int startAt) implements Bullet {}
  }

  /** {@code ST_TextAutonumberScheme}, those with a period. */
  public enum AutoNumberScheme {
    ARABIC_PERIOD("arabicPeriod"),
    ALPHA_LC_PERIOD("alphaLcPeriod"),
    ALPHA_UC_PERIOD("alphaUcPeriod"),
    ROMAN_LC_PERIOD("romanLcPeriod"),
    ROMAN_UC_PERIOD("romanUcPeriod");

    private final String token;

    AutoNumberScheme(String token) {
      this.token = token;
    }

    public String token() {
      return token;
    }
  }

  /** {@code a:r}, or {@code a:br} where its text is one line feed. */
  public record Run(String text, RunProperties properties) {
    private static final String LINE_FEED = "\n";

    public static Run lineBreak(RunProperties properties) {
      return new Run(LINE_FEED, properties);
    }

    public boolean isLineBreak() {
      return text.equals(LINE_FEED);
    }

    public Run {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(properties, "properties");
    }
  }

  /**
   * {@code a:rPr} (ECMA-376 §21.1.2.3.9).
   *
   * @param size in 100ths of a point, 100 to 400,000
   * @param underlineFill of the line below; null: the text's
   * @param spacing after each character, in 100ths of a point
   * @param baseline how far the run is raised, in 1000ths of a percent of its size
   * @param latin typeface of Latin text
   * @param eastAsian typeface of Chinese, Japanese and Korean
   * @param complex typeface of scripts that need shaping
   * @param link the URL a click leads to: http, https or mailto
   */
  public record RunProperties(
      int size,
      boolean bold,
      boolean italic,
      UnderlineType underline,
      @Nullable Fill underlineFill,
      Strike strike,
      boolean smallCaps,
      int spacing,
      int baseline,
      Fill fill,
      @Nullable Ln line,
      List<Effect> effects,
      String latin,
      String eastAsian,
      String complex,
      @Nullable String language,
      @Nullable String link) {
    public RunProperties {
      Objects.requireNonNull(underline, "underline");
      Objects.requireNonNull(strike, "strike");
      Objects.requireNonNull(fill, "fill");
      effects = List.copyOf(effects);
      Objects.requireNonNull(latin, "latin");
      Objects.requireNonNull(eastAsian, "eastAsian");
      Objects.requireNonNull(complex, "complex");
    }
  }

  public TextBody {
    Objects.requireNonNull(anchor, "anchor");
    paragraphs = List.copyOf(paragraphs);
  }
}
