package dev.deckmill.svgpptx.analyze;

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
final class WordLayout {
  private static final double LEAST_SIZE = Emu.ofPoints(1);

  private final Sheet sheet;
  private final Text text;
  private final double scale;
  private final Affine toSlide;
  private final Where where;

  /**
   * @param scale EMU to one user unit of the text
   */
  WordLayout(Sheet sheet, Text text, double scale, Affine toSlide, Where where) {
    this.sheet = sheet;
    this.text = text;
    this.scale = scale;
    this.toSlide = toSlide;
    this.where = where;
  }

  List<Item.Word> words(Stretch stretch) {
    List<Item.Word> words = new ArrayList<>();
    for (Stretch.Part part : stretch.parts()) {
      for (String piece : Scripts.parts(part.run().text())) {
        spaced(part, word(part, piece), words);
      }
    }
    return sheet.policy().closesScriptGaps() ? ScriptGaps.closed(words) : words;
  }

  private void spaced(Stretch.Part part, Item.Word word, List<Item.Word> into) {
    for (Item.Word piece :
        WordGaps.opened(word, part.run().wordSpacing() * scale, sheet.policy())) {
      if (sheet.policy().namesFallbacks()) {
        into.addAll(Fallbacks.named(piece, part.fonts()));
      } else {
        into.add(piece);
      }
    }
  }

  private Item.Word word(Stretch.Part part, String piece) {
    Text.Run run = part.run();
    Stroke stroke = run.stroke();
    boolean stroked = stroke != null && Paints.isVisible(stroke.paint());
    Text.Decoration decoration = run.decoration();
    Raised raised = part.raised();
    Typeface face = part.fonts().typeface();
    return new Item.Word(
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
        sheet.safeLink(text.origin(), run.href() != null ? run.href() : text.origin().href()));
  }

  private Item.Ink ink(Paint paint) {
    return new Item.Ink(Paints.faded(paint, where.opacity()), toSlide);
  }

  /** A line has the paint of the element that asks for it. */
  private Item.Underline underline(Text.Run run) {
    Paint paint = run.decoration().underline();
    if (paint == null) {
      return Item.Underline.NONE;
    }
    return paint.equals(run.fill()) ? Item.Underline.OF_TEXT : new Item.Underline(true, ink(paint));
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
