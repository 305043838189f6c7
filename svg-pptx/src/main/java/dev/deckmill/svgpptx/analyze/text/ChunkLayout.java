package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.TextMeasure;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays out one chunk: a box for each stretch of it that shares a baseline. */
public final class ChunkLayout {
  private final PlanContext context;
  private final Fonts fonts;
  private final Text text;
  private final Text.Chunk chunk;
  private final Decision decision;
  private final Affine toSlide;
  private final Similarity parts;
  private final InheritedState where;
  private final List<Stretch> stretches = new ArrayList<>();
  private Stretch.@Nullable Part before;
  private double pen;
  private double dy;

  public ChunkLayout(
      PlanContext context,
      Fonts fonts,
      Text text,
      Text.Chunk chunk,
      Decision decision,
      Affine toSlide,
      InheritedState where) {
    this.context = context;
    this.fonts = fonts;
    this.text = text;
    this.chunk = chunk;
    this.decision = decision;
    this.toSlide = toSlide;
    this.parts = Similarity.of(toSlide);
    this.where = where;
  }

  public List<Item> items() {
    double extra = extraSpacing();
    for (Text.Run run : chunk.runs()) {
      place(run, extra);
    }
    double start = start();
    List<Item> items = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.isVisible()) {
        overlines(stretch, start, items);
        items.add(words(stretch, start));
      }
    }
    return items;
  }

  /** The whole chunk, where all of it shares a baseline. */
  Optional<Stretch> single() {
    for (Text.Run run : chunk.runs()) {
      place(run, 0);
    }
    return stretches.size() == 1 ? Optional.of(stretches.getFirst()) : Optional.empty();
  }

  /** Where it begins, in user units; for {@link #single()}. */
  double left() {
    return chunk.x() + start();
  }

  /** What {@code textLength} adds to each character. */
  private double extraSpacing() {
    if (chunk.fit() == null) {
      return 0;
    }
    double natural = 0;
    int characters = 0;
    for (Text.Run run : chunk.runs()) {
      natural += run.placement().dx() + fonts.advance(run);
      characters += run.text().codePointCount(0, run.text().length());
    }
    return characters == 0 ? 0 : (chunk.fit().length() - natural) / characters;
  }

  private void place(Text.Run run, double extra) {
    Text.Placement placement = run.placement();
    Resolution choice = fonts.resolve(run);
    if (choice.substitution() != null) {
      context.substituted(text.origin(), choice.substitution());
    }
    pen += placement.dx() + kerning(run, choice);
    dy += placement.dy();
    double baseline =
        dy
            - placement.shift()
            + choice.face().metrics().height(placement.baseline()) * run.font().size();
    if (placement.rotate() != 0) {
      each(run, choice, baseline, extra);
      return;
    }
    int characters = run.text().codePointCount(0, run.text().length());
    double advance = fonts.advance(run, choice) + extra * characters;
    Stretch last = stretches.isEmpty() || placement.dx() != 0 ? null : stretches.getLast();
    if (last != null && last.shares(baseline, 0)) {
      add(last, run, choice, advance, extra, null);
    } else if (last != null && raised(last, run, baseline).isPresent()) {
      add(last, run, choice, advance, extra, raised(last, run, baseline).get());
    } else {
      Stretch next = new Stretch(pen, baseline, 0);
      stretches.add(next);
      add(next, run, choice, advance, extra, null);
    }
  }

  private Optional<Superscript> raised(Stretch stretch, Text.Run run, double baseline) {
    return stretch.raised(run, baseline).filter(r -> context.policy().raises(r.share()));
  }

  /** Turned glyphs turn one by one, around their own origins (SVG 2 §11.4.2). */
  private void each(Text.Run run, Resolution choice, double baseline, double extra) {
    String all = run.text();
    double[] advances = new double[all.length()];
    TextMeasure.advances(
        all, choice, run.font().size(), run.letterSpacing(), run.wordSpacing(), advances);
    int start = 0;
    for (int i = 0; i < all.length(); ) {
      int next = all.offsetByCodePoints(i, 1);
      boolean ends = next == all.length() || advances[next] != 0;
      if (ends) {
        Stretch glyph = new Stretch(pen, baseline, run.placement().rotate());
        stretches.add(glyph);
        add(
            glyph,
            run.part(all.substring(start, next)),
            choice,
            advances[start] + extra,
            extra,
            null);
        start = next;
      }
      i = next;
    }
  }

  private void add(
      Stretch stretch,
      Text.Run run,
      Resolution choice,
      double advance,
      double extra,
      @Nullable Superscript raised) {
    stretch.add(run, choice, advance, extra, raised);
    before = stretch.parts().getLast();
    pen += advance;
  }

  /** Letters of one font are kerned wherever a run ends between them. */
  private double kerning(Text.Run run, Resolution choice) {
    if (before == null || run.font().size() != before.run().font().size()) {
      return 0;
    }
    String left = before.run().text();
    return before.fonts().face() == choice.face()
        ? TextMeasure.kerning(
                choice, left.codePointBefore(left.length()), run.text().codePointAt(0))
            * run.font().size()
        : 0;
  }

  private double start() {
    boolean startIsRight = chunk.rightToLeft();
    return switch (chunk.anchor()) {
      case START -> startIsRight ? -pen : 0;
      case MIDDLE -> -pen / 2;
      case END -> startIsRight ? 0 : -pen;
    };
  }

  private Item words(Stretch stretch, double start) {
    LineBox line = stretch.line(fonts);
    double left = chunk.x() + start + stretch.left();
    double top = chunk.y() + stretch.baseline() - line.ascent();
    return new Item.TextBox(
        PlanContext.unlinked(text.origin()),
        decision,
        box(stretch, left, left, top, stretch.advance(), line.pitch()),
        align(),
        chunk.rightToLeft(),
        line.times(parts.scaleY()),
        0,
        List.of(new RunLayout(context, text, parts.scaleY(), toSlide, where).words(stretch)),
        where.effects(),
        context.policy().textShinesAsBox());
  }

  /**
   * A box in user space, on the slide, turned with its stretch.
   *
   * @param origin where the stretch begins
   */
  private Place box(
      Stretch stretch, double origin, double left, double top, double wide, double high) {
    double y = chunk.y() + stretch.baseline();
    Affine turned =
        stretch.rotate() == 0
            ? toSlide
            : toSlide
                .times(Affine.translate(origin, y))
                .times(Affine.rotate(Math.toRadians(stretch.rotate())))
                .times(Affine.translate(-origin, -y));
    double cx = left + wide / 2;
    double cy = top + high / 2;
    // Letters that are set backwards by negative spacing have a place, but no width.
    double width = Math.max(0, wide * parts.scaleX());
    double height = high * parts.scaleY();
    return new Place(
        turned.x(cx, cy) - width / 2,
        turned.y(cx, cy) - height / 2,
        width,
        height,
        (parts.degrees() + stretch.rotate() + 360) % 360);
  }

  /** Slides have no overline: a thin rectangle above the text. */
  private void overlines(Stretch stretch, double start, List<Item> into) {
    double origin = chunk.x() + start + stretch.left();
    List<Stretch.Part> all = stretch.parts();
    for (int i = 0; i < all.size(); i++) {
      Stretch.Part first = all.get(i);
      Paint paint = first.run().decoration().overline();
      if (paint == null || !Paints.isVisible(paint)) {
        continue;
      }
      double wide = first.advance();
      while (i + 1 < all.size()
          && Objects.equals(all.get(i + 1).run().decoration().overline(), paint)) {
        wide += all.get(++i).advance();
      }
      double size = first.run().font().size();
      double top = chunk.y() + stretch.baseline() - first.fonts().face().metrics().ascent() * size;
      double thick = first.fonts().face().metrics().lineThickness() * size;
      double left = chunk.x() + start + first.left();
      into.add(
          new Item.Shape(
              PlanContext.unlinked(text.origin()),
              decision,
              new Form.Rect(box(stretch, origin, left, top - thick / 2, wide, thick)),
              new PaintUse(Paints.faded(paint, where.opacity()), toSlide),
              null,
              where.effects()));
    }
  }

  /** One stretch keeps the chunk's own anchor; of several each stands where it was measured. */
  private TextAlign align() {
    if (stretches.size() > 1) {
      return chunk.rightToLeft() ? TextAlign.END : TextAlign.START;
    }
    return switch (chunk.anchor()) {
      case START -> chunk.rightToLeft() ? TextAlign.END : TextAlign.START;
      case MIDDLE -> TextAlign.MIDDLE;
      case END -> chunk.rightToLeft() ? TextAlign.START : TextAlign.END;
    };
  }
}
