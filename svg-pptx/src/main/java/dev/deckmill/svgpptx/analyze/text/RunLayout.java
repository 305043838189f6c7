package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.analyze.plan.Underline;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Strike;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.TextMeasure;
import dev.deckmill.svgpptx.font.Typeface;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the words of a stretch: cut where script or spacing changes. */
final class RunLayout {
  private static final double LEAST_SIZE = Emu.ofPoints(1);

  /** Scales that differ less are the same. */
  private static final double UNIFORM = 1e-6;

  private final TextSetting setting;
  private final PlanContext context;
  private final Similarity parts;
  private final double scale;

  RunLayout(TextSetting setting) {
    this.setting = setting;
    this.context = setting.context();
    this.parts = setting.parts();
    this.scale = parts.scaleY();
  }

  List<TextRun> words(Stretch stretch) {
    List<TextRun> words = new ArrayList<>();
    for (int i = 0; i < stretch.parts().size(); i++) {
      Stretch.Part part = stretch.parts().get(i);
      double spacing = spacing(part);
      for (String piece : Scripts.parts(part.run().text())) {
        spaced(part, word(part, piece, spacing), words);
      }
    }
    return context.policy().closesScriptGaps() ? ScriptGaps.closed(words) : words;
  }

  /**
   * How much wider programs take a stretch than its advance, in user units: they count what is set
   * behind its last character, or leave it out.
   */
  double behind(Stretch stretch) {
    Stretch.Part last = stretch.parts().getLast();
    return context.policy().endsLinesUnspaced() ? -last.behind() : last.closes() ? last.extra() : 0;
  }

  /**
   * What is added to each character, in EMU. Text that is scaled more one way than the other has
   * its height from its size, its width from this.
   */
  private double spacing(Stretch.Part part) {
    double added = (part.run().letterSpacing() + part.extra()) * parts.scaleX();
    if (Math.abs(parts.scaleX() - parts.scaleY()) <= UNIFORM * parts.scaleY()) {
      return added;
    }
    Text.Run run = part.run();
    int characters = TextMeasure.characters(run.text(), part.fonts());
    double natural = setting.fonts().advance(run, part.fonts()) - characters * run.letterSpacing();
    return added + natural * (parts.scaleX() - parts.scaleY()) / Math.max(1, characters);
  }

  private void spaced(Stretch.Part part, TextRun word, List<TextRun> into) {
    for (TextRun piece : WordSpacing.opened(word, part.run().wordSpacing() * parts.scaleX())) {
      if (context.policy().namesFallbacks()) {
        into.addAll(FallbackFamilies.named(piece, part.fonts()));
      } else {
        into.add(piece);
      }
    }
  }

  private TextRun word(Stretch.Part part, String piece, double spacing) {
    Text.Run run = part.run();
    Stroke stroke = run.stroke();
    boolean stroked = stroke != null && Paints.isVisible(stroke.paint());
    Text.Decoration decoration = run.decoration();
    Superscript raised = part.raised();
    Typeface face = part.fonts().typeface();
    return new TextRun(
        piece,
        face.latin(),
        face.eastAsian() != null && Scripts.isWide(piece) ? face.eastAsian() : face.latin(),
        face.latin(),
        Math.max(LEAST_SIZE, (raised == null ? run.font().size() : raised.size()) * scale),
        raised == null ? 0 : raised.share(),
        face.bold(),
        face.italic(),
        run.font().smallCaps(),
        underline(run),
        strike(decoration),
        spacing,
        space(part),
        ink(run.fill()),
        stroked
            ? Strokes.line(
                stroke,
                Paints.faded(stroke.paint(), setting.where().opacity()),
                setting.paintToSlide(),
                scale)
            : null,
        language(run, piece, part.fonts()),
        link(run));
  }

  private double space(Stretch.Part part) {
    FontFace face = part.fonts().face();
    double em = Math.max(0, face.advance(' ')) * face.emPerUnit();
    return em * part.run().font().size() * parts.scaleX();
  }

  /** Colours have no place: two texts of one colour look alike. */
  private PaintUse ink(Paint paint) {
    Affine toSlide = paint instanceof Paint.Solid ? Affine.IDENTITY : setting.paintToSlide();
    return new PaintUse(Paints.faded(paint, setting.where().opacity()), toSlide);
  }

  private @Nullable String link(Text.Run run) {
    Origin origin = setting.text().origin();
    return context.safeLink(origin, run.href() != null ? run.href() : origin.href());
  }

  private static Strike strike(Text.Decoration decoration) {
    if (decoration.lineThrough() == null) {
      return Strike.NONE;
    }
    return decoration.form() == Text.LineForm.DOUBLE ? Strike.DOUBLE : Strike.SINGLE;
  }

  /** A line has the paint of the element that asks for it. */
  private Underline underline(Text.Run run) {
    Paint paint = run.decoration().underline();
    if (paint == null) {
      return Underline.NONE;
    }
    return new Underline(run.decoration().form(), paint.equals(run.fill()) ? null : ink(paint));
  }

  /** East Asian characters have the forms of a language, whether the page names it or not. */
  private static @Nullable String language(Text.Run run, String part, Resolution fonts) {
    String named = run.language();
    String shown = Scripts.isWide(part) ? fonts.eastAsianLanguage() : null;
    return shown == null || (named != null && named.startsWith(shown.substring(0, 2)))
        ? named
        : shown;
  }
}
