package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that will stand on the slide. Lengths are EMU where nothing else is said. */
public sealed interface Item {
  /** The element it comes from; its name, texts and link go onto the slide. */
  Origin origin();

  /**
   * Items that are moved as one.
   *
   * @param decision on the group itself, besides those on what is in it; null: there is none
   */
  record Group(Origin origin, @Nullable Decision decision, List<Item> items) implements Item {
    public Group {
      Objects.requireNonNull(origin, "origin");
      items = List.copyOf(items);
    }

    /** One on which nothing was decided. */
    public Group(Origin origin, List<Item> items) {
      this(origin, null, items);
    }

    /** The same with other items. */
    public Group holding(List<Item> others) {
      return new Group(origin, decision, others);
    }

    /** The same with this decision, or with the causes of it too. */
    Group decided(Decision other) {
      return new Group(origin, decision == null ? other : decision.and(other), items);
    }
  }

  /** Something that is drawn. */
  sealed interface Leaf extends Item {
    Decision decision();

    /** The same under another decision. */
    Leaf decided(Decision other);
  }

  /**
   * A shape.
   *
   * @param label the text in its middle, or null
   */
  public record Shape(
      Origin origin,
      Decision decision,
      Form form,
      PaintUse fill,
      @Nullable StrokeUse line,
      List<ShapeEffect> effects,
      @Nullable TextBox label)
      implements Leaf {
    public Shape {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(form, "form");
      Objects.requireNonNull(fill, "fill");
      effects = List.copyOf(effects);
    }

    /** Without text. */
    public Shape(
        Origin origin,
        Decision decision,
        Form form,
        PaintUse fill,
        @Nullable StrokeUse line,
        List<ShapeEffect> effects) {
      this(origin, decision, form, fill, line, effects, null);
    }

    /** Whether it is nothing but its text: PowerPoint then selects it by that. */
    public boolean isTextBox() {
      return label != null && fill.paint() instanceof Paint.None;
    }

    /** The same with a text, which is decided on with it. */
    public Shape labelled(TextBox words) {
      return new Shape(origin, decision.and(words.decision()), form, fill, line, effects, words);
    }

    @Override
    public Shape decided(Decision other) {
      return new Shape(origin, other, form, fill, line, effects, label);
    }
  }

  /**
   * Text in one box: one line, or several at one distance.
   *
   * @param place the box that the lines' advances and heights make
   * @param line where the baseline lies in each line, in EMU
   * @param pitch from one baseline to the next, in EMU; 0 where there is one line
   * @param lines never empty, each with at least one word
   * @param align which point of the box keeps its place when the text is a little wider
   * @param upright whether East Asian characters stand upright in it, though the box is turned by
   *     90 degrees for lines that run down the page
   * @param effects its shadows and glows
   * @param shinesAsBox whether they stand on the box, which has no fill and so throws its text's
   *     shadow, rather than on the runs
   */
  record TextBox(
      Origin origin,
      Decision decision,
      Place place,
      TextAlign align,
      boolean rightToLeft,
      LineBox line,
      double pitch,
      List<List<TextRun>> lines,
      boolean upright,
      List<ShapeEffect> effects,
      boolean shinesAsBox)
      implements Leaf {
    public TextBox {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(align, "align");
      Objects.requireNonNull(line, "line");
      lines =
          lines.size() == 1
              ? List.of(List.copyOf(lines.getFirst()))
              : lines.stream().map(List::copyOf).toList();
      effects = List.copyOf(effects);
    }

    /** The same at another place. */
    public TextBox at(Place other) {
      return new TextBox(
          origin,
          decision,
          other,
          align,
          rightToLeft,
          line,
          pitch,
          lines,
          upright,
          effects,
          shinesAsBox);
    }

    /** The same with other shadows and glows. */
    public TextBox shining(List<ShapeEffect> others) {
      return new TextBox(
          origin,
          decision,
          place,
          align,
          rightToLeft,
          line,
          pitch,
          lines,
          upright,
          others,
          shinesAsBox);
    }

    /** The same with other words in its one line, and as much wider or narrower. */
    public TextBox holding(List<TextRun> words, Place other) {
      return new TextBox(
          origin,
          decision,
          other,
          align,
          rightToLeft,
          line,
          pitch,
          List.of(words),
          upright,
          effects,
          shinesAsBox);
    }

    @Override
    public TextBox decided(Decision other) {
      return new TextBox(
          origin,
          other,
          place,
          align,
          rightToLeft,
          line,
          pitch,
          lines,
          upright,
          effects,
          shinesAsBox);
    }

    /** The words of all lines. */
    public List<TextRun> words() {
      return lines.size() == 1 ? lines.getFirst() : lines.stream().flatMap(List::stream).toList();
    }
  }

  /**
   * Text in one box whose paragraphs differ, or whose lines the program breaks itself.
   *
   * @param wraps whether lines break at the box's sides
   * @param paragraphs never empty
   * @param effects its shadows and glows
   * @param shinesAsBox as in {@link TextBox}
   */
  record TextFrame(
      Origin origin,
      Decision decision,
      Place place,
      boolean wraps,
      List<TextParagraph> paragraphs,
      List<ShapeEffect> effects,
      boolean shinesAsBox)
      implements Leaf {
    public TextFrame {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(place, "place");
      paragraphs = List.copyOf(paragraphs);
      effects = List.copyOf(effects);
    }

    @Override
    public TextFrame decided(Decision other) {
      return new TextFrame(origin, other, place, wraps, paragraphs, effects, shinesAsBox);
    }

    /** The same at another place. */
    public TextFrame at(Place other) {
      return new TextFrame(origin, decision, other, wraps, paragraphs, effects, shinesAsBox);
    }

    /** The same with other shadows and glows. */
    public TextFrame shining(List<ShapeEffect> others) {
      return new TextFrame(origin, decision, place, wraps, paragraphs, others, shinesAsBox);
    }
  }

  /**
   * A raster of the page.
   *
   * @param place where what is left of it by {@code crop} goes, after being mirrored
   * @param mirrored whether it is upside down before it is turned
   * @param crop what of it is shown
   * @param cut what of {@code place} is shown, on the slide; or null for all
   * @param effects its shadow and its glow
   */
  record Image(
      Origin origin,
      Decision decision,
      Picture.Raster raster,
      Place place,
      boolean mirrored,
      Crop crop,
      @Nullable Form cut,
      double opacity,
      List<ShapeEffect> effects)
      implements Leaf {
    public Image {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(raster, "raster");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(crop, "crop");
      effects = List.copyOf(effects);
    }

    @Override
    public Image decided(Decision other) {
      return new Image(origin, other, raster, place, mirrored, crop, cut, opacity, effects);
    }

    /** The same with other effects. */
    public Image shining(List<ShapeEffect> others) {
      return new Image(origin, decision, raster, place, mirrored, crop, cut, opacity, others);
    }
  }

  /**
   * A node that becomes a picture.
   *
   * @param toPage from the parent space of {@code node} to the page's user units
   * @param region what of the page the picture shows, in the page's user units
   * @param pixelsPerUnit how finely: pixels to one user unit of the page
   * @param fonts that its text is laid out in
   * @param cut what of the picture is shown, on the slide; or null for all
   */
  record Raster(
      Origin origin,
      Decision decision,
      Node node,
      Affine toPage,
      double opacity,
      Box region,
      double pixelsPerUnit,
      Fonts fonts,
      Form.@Nullable Free cut)
      implements Leaf {
    public Raster {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(toPage, "toPage");
      Objects.requireNonNull(region, "region");
    }

    @Override
    public Raster decided(Decision other) {
      return new Raster(origin, other, node, toPage, opacity, region, pixelsPerUnit, fonts, cut);
    }
  }
}
