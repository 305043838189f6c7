package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes text boxes of a chunk's stretches. Lengths are user units, those of the boxes EMU. */
final class StretchBoxes {
  private final TextSetting setting;
  private final Text.Chunk chunk;
  private final double x;
  private final double y;
  private final TextAlign align;
  private final Similarity parts;
  private final RunLayout runs;

  /**
   * @param x from where the stretches' places count; {@code y} likewise
   * @param align which point of a box keeps its place when the text is a little wider
   */
  StretchBoxes(TextSetting setting, Text.Chunk chunk, double x, double y, TextAlign align) {
    this.setting = setting;
    this.chunk = chunk;
    this.x = x;
    this.y = y;
    this.align = align;
    this.parts = setting.parts();
    this.runs = new RunLayout(setting);
  }

  List<Item> all(List<Stretch> stretches) {
    List<Item> items = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.isVisible()) {
        overlines(stretch, items);
        words(stretch, items);
      }
    }
    return items;
  }

  private void words(Stretch stretch, List<Item> into) {
    LineBox line = stretch.line(setting.fonts());
    double left = x + stretch.left();
    double top = y + stretch.baseline() - line.ascent();
    double wide = stretch.advance() + (align == TextAlign.START ? 0 : runs.behind(stretch));
    Place place = box(stretch, left, top, wide, line.pitch());
    List<TextRun> words = runs.words(stretch);
    boolean upright = setting.runsDown() && stretch.rotate() == 0 && stretch.standsUpright();
    if (!stretch.hasHalo()) {
      into.add(box(words, place, line, upright));
      return;
    }
    into.add(box(words.stream().map(StretchBoxes::halo).toList(), place, line, upright));
    into.add(box(words.stream().map(TextRun::bare).toList(), place, line, upright));
  }

  private static TextRun halo(TextRun word) {
    return word.line() == null ? word : word.halo(word.line());
  }

  private Item box(List<TextRun> words, Place place, LineBox line, boolean upright) {
    return new Item.TextBox(
        PlanContext.unlinked(setting.text().origin()),
        setting.decision(),
        place,
        align,
        chunk.rightToLeft(),
        line.times(parts.scaleY()),
        0,
        List.of(words),
        upright,
        setting.where().effects(),
        setting.context().policy().textShinesAsBox());
  }

  /** A box in user space, on the slide, turned with its stretch around where that begins. */
  private Place box(Stretch stretch, double left, double top, double wide, double high) {
    double originX = x + stretch.left();
    double originY = y + stretch.baseline();
    Affine turned =
        stretch.rotate() == 0
            ? setting.toSlide()
            : setting
                .toSlide()
                .times(Affine.translate(originX, originY))
                .times(Affine.rotate(Math.toRadians(stretch.rotate())))
                .times(Affine.translate(-originX, -originY));
    double cx = left + wide / 2;
    double cy = top + high / 2;
    // Letters that are set backwards by negative spacing have a place, but no width.
    double width = Math.max(0, wide * parts.scaleX());
    double height = high * parts.scaleY();
    double degrees = (parts.degrees() + stretch.rotate()) % 360;
    return new Place(
        turned.x(cx, cy) - width / 2,
        turned.y(cx, cy) - height / 2,
        width,
        height,
        degrees < 0 ? degrees + 360 : degrees);
  }

  /** Slides have no overline: a thin rectangle above the text. */
  private void overlines(Stretch stretch, List<Item> into) {
    List<Stretch.Part> all = stretch.parts();
    double left = x + stretch.left();
    for (int i = 0; i < all.size(); i++) {
      Stretch.Part first = all.get(i);
      Paint paint = first.run().decoration().overline();
      if (paint == null || !Paints.isVisible(paint)) {
        left += first.advance();
        continue;
      }
      double wide = first.advance();
      while (i + 1 < all.size()
          && Objects.equals(all.get(i + 1).run().decoration().overline(), paint)) {
        wide += all.get(++i).advance();
      }
      double size = first.run().font().size();
      double top = y + stretch.baseline() - first.fonts().face().metrics().ascent() * size;
      double thick = first.fonts().face().metrics().lineThickness() * size;
      into.add(
          new Item.Shape(
              PlanContext.unlinked(setting.text().origin()),
              setting.decision(),
              new Form.Rect(box(stretch, left, top - thick / 2, wide, thick)),
              new PaintUse(Paints.faded(paint, setting.where().opacity()), setting.paintToSlide()),
              null,
              setting.where().effects()));
      left += wide;
    }
  }
}
