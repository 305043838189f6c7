package dev.deckmill.svgpptx.font.family;

import dev.deckmill.svgpptx.font.face.FontMetrics.Extent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a family without its files: a line of {@code families.txt}.
 *
 * @param name as its owner writes it
 * @param look what it looks like, which decides what stands in for it
 * @param region whose ideographs it draws; null: not an East Asian family
 * @param owners who has it
 * @param measure how its advances are found without its files
 * @param win usWin ascent and descent, their em in place of the gap; null: the measuring face's own
 */
public record Family(
    String name,
    Look look,
    @Nullable Region region,
    List<Owner> owners,
    Measure measure,
    @Nullable Extent win) {
  /** The CSS generic family that it belongs to (CSS Fonts 4 §2.1.1), or pictures. */
  public enum Look {
    SANS,
    SERIF,
    MONO,
    CURSIVE,
    FANTASY,
    SYMBOL,
    EMOJI
  }

  /** A region with its own forms of ideographs. */
  public enum Region {
    SC("zh-CN"),
    TC("zh-TW"),
    JP("ja-JP"),
    KR("ko-KR");

    private final String language;

    Region(String language) {
      this.language = language;
    }

    /** Its language's BCP 47 tag. */
    public String language() {
      return language;
    }
  }

  /** Who can be expected to have a family. */
  public enum Owner {
    /** Office for Windows and Office for Mac. */
    POWERPOINT('P'),
    WINDOWS('W'),
    MAC('M'),
    /** Google Slides, and pages that load it as a web font. */
    WEB('G'),
    LIBREOFFICE('L');

    private final char letter;

    Owner(char letter) {
      this.letter = letter;
    }

    /** Its letter in {@code families.txt}. */
    char letter() {
      return letter;
    }
  }

  /**
   * Which bundled face measures the family.
   *
   * @param face a family of {@link BundledFaces}
   * @param exact the advances are the family's own by design; else a likeness
   * @param factors of the advances for regular, bold, italic, bold italic
   */
  public record Measure(String face, boolean exact, List<Double> factors) {
    public Measure {
      factors = List.copyOf(factors);
    }

    public double factor(boolean bold, boolean italic) {
      return factors.get((bold ? 1 : 0) + (italic ? 2 : 0));
    }
  }

  public Family {
    owners = List.copyOf(owners);
  }

  public boolean has(Owner owner) {
    return owners.contains(owner);
  }
}
