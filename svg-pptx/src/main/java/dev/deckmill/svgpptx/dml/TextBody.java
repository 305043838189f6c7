package dev.deckmill.svgpptx.dml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code p:txBody} (ECMA-376 §19.3.1.51): no insets at the sides, no fitting.
 *
 * @param anchor where in the box the text stands
 * @param wrap whether lines break at the box's sides
 * @param topInset kept free at the top; {@code bottomInset} at the bottom
 */
public record TextBody(
    Anchor anchor, boolean wrap, Emu topInset, Emu bottomInset, List<Paragraph> paragraphs) {
  /** Without insets. */
  public TextBody(Anchor anchor, boolean wrap, List<Paragraph> paragraphs) {
    this(anchor, wrap, Emu.ZERO, Emu.ZERO, paragraphs);
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
    RIGHT("r");

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
   * @param lineHeight exact distance of its lines in 100ths of a point, or 0 for the font's own
   */
  public record Paragraph(Align align, int lineHeight, boolean rightToLeft, List<Run> runs) {
    public Paragraph {
      Objects.requireNonNull(align, "align");
      runs = List.copyOf(runs);
    }
  }

  /** {@code a:r}. */
  public record Run(String text, RunProperties properties) {
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
      boolean underline,
      @Nullable Fill underlineFill,
      boolean strike,
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
