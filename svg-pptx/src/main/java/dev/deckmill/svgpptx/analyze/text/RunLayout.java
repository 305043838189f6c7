package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.analyze.plan.Underline;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.Typeface;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the words of a stretch: cut where script or spacing changes. */
final class RunLayout {
  private static final double LEAST_SIZE = Emu.ofPoints(1);

  private final PlanContext context;
  private final Text text;
  private final double scale;
  private final Affine toSlide;
  private final InheritedState where;

  /**
   * @param scale EMU to one user unit of the text
   */
  RunLayout(PlanContext context, Text text, double scale, Affine toSlide, InheritedState where) {
    this.context = context;
    this.text = text;
    this.scale = scale;
    this.toSlide = toSlide;
    this.where = where;
  }

  List<TextRun> words(Stretch stretch) {
    List<TextRun> words = new ArrayList<>();
    for (Stretch.Part part : stretch.parts()) {
      for (String piece : Scripts.parts(part.run().text())) {
        spaced(part, word(part, piece), words);
      }
    }
    return context.policy().closesScriptGaps() ? ScriptGaps.closed(words) : words;
  }

  private void spaced(Stretch.Part part, TextRun word, List<TextRun> into) {
    for (TextRun piece :
        WordSpacing.opened(word, part.run().wordSpacing() * scale, context.policy())) {
      if (context.policy().namesFallbacks()) {
        into.addAll(FallbackFamilies.named(piece, part.fonts()));
      } else {
        into.add(piece);
      }
    }
  }

  private TextRun word(Stretch.Part part, String piece) {
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
        decoration.lineThrough() != null,
        (run.letterSpacing() + part.extra()) * scale,
        ink(run.fill()),
        stroked
            ? Strokes.line(stroke, Paints.faded(stroke.paint(), where.opacity()), toSlide, scale)
            : null,
        language(run, piece, part.fonts()),
        context.safeLink(text.origin(), run.href() != null ? run.href() : text.origin().href()));
  }

  private PaintUse ink(Paint paint) {
    return new PaintUse(Paints.faded(paint, where.opacity()), toSlide);
  }

  /** A line has the paint of the element that asks for it. */
  private Underline underline(Text.Run run) {
    Paint paint = run.decoration().underline();
    if (paint == null) {
      return Underline.NONE;
    }
    return paint.equals(run.fill()) ? Underline.OF_TEXT : new Underline(true, ink(paint));
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
