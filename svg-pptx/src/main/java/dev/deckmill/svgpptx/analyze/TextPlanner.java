package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.Typeface;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans text: real text in boxes of one line each, a box for each stretch that shares a baseline.
 */
final class TextPlanner {
  private static final double SAME_SCALE = 0.02;
  private static final double LEAST_SIZE_EMU = 12_700;

  private final Sheet sheet;
  private final Fonts fonts;

  TextPlanner(Sheet sheet, Fonts fonts) {
    this.sheet = sheet;
    this.fonts = fonts;
  }

  List<Item> plan(Text text, Where where, Where outer) {
    Affine toSlide = where.toSlide().times(text.transform());
    Extent extent = sheet.reach().of(text).under(toSlide);
    if (where.clip() != null && where.clip().misses(extent)) {
      return List.of();
    }
    Optional<Cause> trouble = trouble(text, toSlide, where.clip(), extent);
    if (trouble.isPresent() && sheet.policy().on(trouble.get()) == Rendition.RASTER) {
      return sheet.drawn(text, outer, trouble.get()).map(List::of).orElse(List.of());
    }
    Decision decision =
        trouble
            .map(cause -> sheet.approximate(text.origin(), cause, Finding.Severity.WARNING))
            .orElseGet(() -> Decision.natively(text.origin()));
    List<Item> items = new ArrayList<>();
    for (Text.Chunk chunk : text.chunks()) {
      items.addAll(new ChunkLayout(text, chunk, decision, toSlide, where).items());
    }
    return items.size() > 1
        ? List.of(new Item.Together(Sheet.unlinked(text.origin()), items))
        : items;
  }

  private static Optional<Cause> trouble(
      Text text, Affine toSlide, @Nullable Clip clip, Extent extent) {
    if (text.chunks().stream().anyMatch(c -> c.path() != null)) {
      return Optional.of(Cause.TEXT_ON_PATH);
    }
    if (text.mode() != Text.WritingMode.HORIZONTAL) {
      return Optional.of(Cause.TEXT_VERTICAL);
    }
    if (isDistorted(toSlide)) {
      return Optional.of(Cause.TEXT_DISTORTED);
    }
    boolean patterned =
        text.chunks().stream()
            .flatMap(c -> c.runs().stream())
            .anyMatch(r -> r.fill() instanceof Paint.Pattern);
    if (patterned) {
      return Optional.of(Cause.TEXT_PAINT);
    }
    return clip == null || clip.contains(extent)
        ? Optional.empty()
        : Optional.of(Cause.CLIPPED_TEXT);
  }

  private static boolean isDistorted(Affine toSlide) {
    if (!Similarity.keepsAngles(toSlide)) {
      return true;
    }
    Similarity parts = Similarity.of(toSlide);
    return parts.mirrored()
        || Math.abs(parts.scaleX() - parts.scaleY()) > SAME_SCALE * parts.scaleY();
  }

  /** Lays out one chunk. */
  private final class ChunkLayout {
    private final Text text;
    private final Text.Chunk chunk;
    private final Decision decision;
    private final Affine toSlide;
    private final Similarity parts;
    private final Where where;
    private final List<Stretch> stretches = new ArrayList<>();
    private double pen;
    private double dy;

    ChunkLayout(Text text, Text.Chunk chunk, Decision decision, Affine toSlide, Where where) {
      this.text = text;
      this.chunk = chunk;
      this.decision = decision;
      this.toSlide = toSlide;
      this.parts = Similarity.of(toSlide);
      this.where = where;
    }

    List<Item> items() {
      double extra = extraSpacing();
      for (Text.Run run : chunk.runs()) {
        place(run, extra);
      }
      double start = start();
      List<Item> items = new ArrayList<>();
      for (Stretch stretch : stretches) {
        if (stretch.isVisible()) {
          items.add(words(stretch, start));
        }
      }
      return items;
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
      pen += placement.dx();
      dy += placement.dy();
      Resolution choice = fonts.resolve(run);
      if (choice.substituted()) {
        sheet.substituted(text.origin(), choice.reason());
      }
      double baseline =
          dy
              - placement.shift()
              + choice.face().metrics().height(placement.baseline()) * run.font().size();
      Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
      if (last == null || placement.dx() != 0 || !last.shares(baseline, placement.rotate())) {
        last = new Stretch(pen, baseline, placement.rotate());
        stretches.add(last);
      }
      double advance =
          fonts.advance(run, choice) + extra * run.text().codePointCount(0, run.text().length());
      last.add(run, choice, advance, extra);
      pen += advance;
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
      LineBox line = stretch.line();
      double ascent = line.ascent();
      double height = line.pitch();
      double left = chunk.x() + start + stretch.left;
      double top = chunk.y() + stretch.baseline - ascent;
      Affine turned =
          stretch.rotate == 0
              ? toSlide
              : toSlide
                  .times(Affine.translate(left, chunk.y() + stretch.baseline))
                  .times(Affine.rotate(Math.toRadians(stretch.rotate)))
                  .times(Affine.translate(-left, -chunk.y() - stretch.baseline));
      double cx = left + stretch.advance / 2;
      double cy = top + height / 2;
      // Letters that are set backwards by negative spacing have a place, but no width.
      double width = Math.max(0, stretch.advance * parts.scaleX());
      Place place =
          new Place(
              turned.x(cx, cy) - width / 2,
              turned.y(cx, cy) - height * parts.scaleY() / 2,
              width,
              height * parts.scaleY(),
              (parts.degrees() + stretch.rotate + 360) % 360);
      return new Item.Words(
          Sheet.unlinked(text.origin()),
          decision,
          place,
          align(),
          chunk.rightToLeft(),
          sheet.policy().closesScriptGaps()
              ? ScriptGaps.closed(stretch.words(this))
              : stretch.words(this),
          where.glares(),
          sheet.policy().textShinesAsBox());
    }

    /** One stretch keeps the chunk's own anchor; of several each stands where it was measured. */
    private Item.Align align() {
      if (stretches.size() > 1) {
        return chunk.rightToLeft() ? Item.Align.END : Item.Align.START;
      }
      return switch (chunk.anchor()) {
        case START -> chunk.rightToLeft() ? Item.Align.END : Item.Align.START;
        case MIDDLE -> Item.Align.MIDDLE;
        case END -> chunk.rightToLeft() ? Item.Align.START : Item.Align.END;
      };
    }

    /** East Asian characters have the forms of a language, whether the page names it or not. */
    private static @Nullable String language(Text.Run run, String part, Resolution choice) {
      String named = run.language();
      String shown = Scripts.isWide(part) ? choice.eastAsianLanguage() : null;
      return shown == null || (named != null && named.startsWith(shown.substring(0, 2)))
          ? named
          : shown;
    }

    private Item.Word word(Text.Run run, String part, Resolution choice, double extra) {
      double scale = parts.scaleY();
      Stroke stroke = run.stroke();
      boolean stroked = stroke != null && Paints.isVisible(stroke.paint());
      Text.Decoration decoration = run.decoration();
      Typeface face = choice.typeface();
      return new Item.Word(
          part,
          face.latin(),
          face.eastAsian() != null && Scripts.isWide(part) ? face.eastAsian() : face.latin(),
          face.latin(),
          Math.max(LEAST_SIZE_EMU, run.font().size() * scale),
          face.bold(),
          face.italic(),
          run.font().smallCaps(),
          decoration.underline() != null,
          decoration.lineThrough() != null,
          (run.letterSpacing() + extra) * scale,
          new Item.Ink(Paints.faded(run.fill(), where.opacity()), toSlide),
          stroked
              ? Strokes.line(stroke, Paints.faded(stroke.paint(), where.opacity()), toSlide, scale)
              : null,
          language(run, part, choice),
          sheet.safeLink(text.origin(), run.href() != null ? run.href() : text.origin().href()));
    }
  }

  /** Runs that follow each other on one baseline. */
  private final class Stretch {
    private final double left;
    private final double baseline;
    private final double rotate;
    private final List<Text.Run> runs = new ArrayList<>();
    private final List<Resolution> choices = new ArrayList<>();
    private double extra;
    private double advance;

    Stretch(double left, double baseline, double rotate) {
      this.left = left;
      this.baseline = baseline;
      this.rotate = rotate;
    }

    boolean shares(double otherBaseline, double otherRotate) {
      return Math.abs(baseline - otherBaseline) < 1e-6 && rotate == otherRotate;
    }

    void add(Text.Run run, Resolution choice, double width, double spacing) {
      runs.add(run);
      choices.add(choice);
      advance += width;
      extra = spacing;
    }

    boolean isVisible() {
      return runs.stream()
          .anyMatch(
              r ->
                  !r.text().isBlank()
                      && (Paints.isVisible(r.fill())
                          || (r.stroke() != null && Paints.isVisible(r.stroke().paint()))));
    }

    LineBox line() {
      List<LineBox> lines = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        lines.add(fonts.line(runs.get(i), choices.get(i)));
      }
      return LineBox.shared(lines);
    }

    List<Item.Word> words(ChunkLayout layout) {
      List<Item.Word> words = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        for (String part : Scripts.parts(runs.get(i).text())) {
          Item.Word word = layout.word(runs.get(i), part, choices.get(i), extra);
          if (sheet.policy().namesFallbacks()) {
            words.addAll(Fallbacks.named(word, choices.get(i)));
          } else {
            words.add(word);
          }
        }
      }
      return words;
    }
  }
}
