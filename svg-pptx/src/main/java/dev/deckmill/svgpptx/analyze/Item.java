package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that will stand on the slide. Lengths are EMU. */
public sealed interface Item {
  /** The element it comes from; its name, texts and link go onto the slide. */
  Origin origin();

  /** Items that are moved as one. */
  record Together(Origin origin, List<Item> items) implements Item {
    public Together {
      Objects.requireNonNull(origin, "origin");
      items = List.copyOf(items);
    }
  }

  /** Something that is drawn. */
  sealed interface Leaf extends Item {
    Decision decision();
  }

  /**
   * A shape.
   *
   * @param label the text in its middle, or null
   */
  record Figure(
      Origin origin,
      Decision decision,
      Form form,
      Ink fill,
      @Nullable Line line,
      List<Glare> glares,
      @Nullable Words label)
      implements Leaf {
    public Figure {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(form, "form");
      Objects.requireNonNull(fill, "fill");
      glares = List.copyOf(glares);
    }

    /** Without text. */
    Figure(
        Origin origin,
        Decision decision,
        Form form,
        Ink fill,
        @Nullable Line line,
        List<Glare> glares) {
      this(origin, decision, form, fill, line, glares, null);
    }

    /** Whether it is nothing but its text: PowerPoint then selects it by that. */
    public boolean isTextBox() {
      return label != null && fill.paint() instanceof Paint.None;
    }

    /** The same with a text. */
    Figure labelled(Words words) {
      return new Figure(origin, decision, form, fill, line, glares, words);
    }
  }

  /**
   * Text in one box: one line, or several at one distance.
   *
   * @param place the box that the lines' advances and heights make
   * @param line where the baseline lies in each line
   * @param pitch from one baseline to the next; 0 where there is one line
   * @param lines never empty, each with at least one word
   * @param align which point of the box keeps its place when the text is a little wider
   * @param glares its shadows and glows
   * @param shinesAsBox whether they stand on the box, which has no fill and so throws its text's
   *     shadow, rather than on the runs
   */
  record Words(
      Origin origin,
      Decision decision,
      Place place,
      Align align,
      boolean rightToLeft,
      LineBox line,
      double pitch,
      List<List<Word>> lines,
      List<Glare> glares,
      boolean shinesAsBox)
      implements Leaf {
    public Words {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(align, "align");
      Objects.requireNonNull(line, "line");
      lines = lines.stream().map(List::copyOf).toList();
      glares = List.copyOf(glares);
    }

    /** The same at another place. */
    Words at(Place other) {
      return new Words(
          origin, decision, other, align, rightToLeft, line, pitch, lines, glares, shinesAsBox);
    }

    /** The words of all lines. */
    public List<Word> words() {
      return lines.size() == 1 ? lines.getFirst() : lines.stream().flatMap(List::stream).toList();
    }
  }

  /**
   * A raster of the page.
   *
   * @param place where what is left of it by {@code crop} goes, after being mirrored
   * @param mirrored whether it is upside down before it is turned
   * @param crop what of it is shown, in shares of its width and height
   * @param cut what of {@code place} is shown, on the slide; or null for all
   */
  record Image(
      Origin origin,
      Decision decision,
      Picture.Raster raster,
      Place place,
      boolean mirrored,
      Box crop,
      @Nullable Form cut,
      double opacity)
      implements Leaf {
    public Image {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(raster, "raster");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(crop, "crop");
    }
  }

  /**
   * A node that becomes a picture.
   *
   * @param toPage from the parent space of {@code node} to the page's user units
   * @param region what of the page the picture shows, in the page's user units
   * @param pixelsPerUnit how finely
   * @param cut what of the picture is shown, or null for all
   */
  record Drawn(
      Origin origin,
      Decision decision,
      Node node,
      Affine toPage,
      double opacity,
      Box region,
      double pixelsPerUnit,
      Form.@Nullable Free cut)
      implements Leaf {
    public Drawn {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(toPage, "toPage");
      Objects.requireNonNull(region, "region");
    }
  }

  /**
   * A paint and the way from its user space to the slide.
   *
   * @param paint never a pattern: of one that is left its first colour stands for it
   */
  record Ink(Paint paint, Affine toSlide) {
    public static final Ink NONE = new Ink(new Paint.None(), Affine.IDENTITY);

    public Ink {
      paint = PatternColor.instead(Objects.requireNonNull(paint, "paint"));
      Objects.requireNonNull(toSlide, "toSlide");
    }
  }

  /**
   * How an outline is drawn.
   *
   * @param dashes in EMU, dash and gap in turn; empty: solid
   * @param start what stands on its first point, or null
   * @param end what stands on its last point, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(
      Ink ink,
      double width,
      Stroke.Cap cap,
      Stroke.Join join,
      double miterLimit,
      double[] dashes,
      @Nullable LineEnd start,
      @Nullable LineEnd end) {
    public Line {
      Objects.requireNonNull(ink, "ink");
      Objects.requireNonNull(cap, "cap");
      Objects.requireNonNull(join, "join");
    }

    /** In another paint. */
    Line in(Ink other) {
      return new Line(other, width, cap, join, miterLimit, dashes, start, end);
    }

    /** With something on its ends. */
    Line with(@Nullable LineEnd onStart, @Nullable LineEnd onEnd) {
      return new Line(ink, width, cap, join, miterLimit, dashes, onStart, onEnd);
    }
  }

  /**
   * What stands on an end of a line, in its colour.
   *
   * @param length along the line
   * @param width across it
   */
  record LineEnd(Kind kind, Size length, Size width) {
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

      int widths() {
        return widths;
      }
    }

    public LineEnd {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(length, "length");
      Objects.requireNonNull(width, "width");
    }
  }

  /** A shadow or a glow, in one colour. */
  sealed interface Glare {
    /** The colour. */
    Rgba color();

    /** A copy, moved and blurred. */
    record Shadow(double dx, double dy, double sigma, Rgba color) implements Glare {}

    /** A blurred halo. */
    record Glow(double sigma, Rgba color) implements Glare {}
  }

  /**
   * A line below a run.
   *
   * @param ink its own; null: the text's
   */
  record Underline(boolean drawn, @Nullable Ink ink) {
    static final Underline NONE = new Underline(false, null);
    static final Underline OF_TEXT = new Underline(true, null);
  }

  /** Where a line of text keeps its place. */
  enum Align {
    START,
    MIDDLE,
    END
  }

  /**
   * A run of one look.
   *
   * @param size of the font
   * @param raise how far it is raised, in shares of its size; programs draw what is raised smaller
   * @param spacing added to each character
   * @param latin the typeface to write for Latin text; {@code eastAsian} for CJK
   */
  record Word(
      String text,
      String latin,
      String eastAsian,
      String complex,
      double size,
      double raise,
      boolean bold,
      boolean italic,
      boolean smallCaps,
      Underline underline,
      boolean strike,
      double spacing,
      Ink fill,
      @Nullable Line line,
      @Nullable String language,
      @Nullable String link) {
    public Word {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(underline, "underline");
      Objects.requireNonNull(fill, "fill");
    }

    /** The same in one family, whatever its script. */
    Word in(String family) {
      return new Word(
          text, family, family, family, size, raise, bold, italic, smallCaps, underline, strike,
          spacing, fill, line, language, link);
    }

    /** A part of it, spaced in its own way. */
    Word part(String partOfText, double ownSpacing) {
      return new Word(
          partOfText,
          latin,
          eastAsian,
          complex,
          size,
          raise,
          bold,
          italic,
          smallCaps,
          underline,
          strike,
          ownSpacing,
          fill,
          line,
          language,
          link);
    }
  }
}
