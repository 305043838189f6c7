package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.geometry.PathMeasure;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.font.RunAdvances;
import dev.deckmill.svgpptx.font.TextMeasure;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays out one chunk: a box for each stretch of it that shares a baseline. */
public final class ChunkLayout {
  /** How far the middle of an ideograph's square lies above its baseline, in sizes. */
  private static final double IDEOGRAPHIC_MIDDLE = 0.38;

  /** How far commas are moved to the corner where vertical lines have them, in sizes. */
  private static final double COMMA_ASIDE = 0.55;

  private final TextSetting setting;
  private final Fonts fonts;
  private final Text.Chunk chunk;
  private final RunAdvances advances;
  private final List<Stretch> stretches = new ArrayList<>();
  private Stretch.@Nullable Part before;
  private double pen;
  private double dy;

  public ChunkLayout(TextSetting setting, Text.Chunk chunk) {
    this.setting = setting;
    this.fonts = setting.fonts();
    this.chunk = chunk;
    this.advances = RunAdvances.of(fonts, chunk);
  }

  public List<Item> items() {
    place();
    Text.OnPath path = chunk.path();
    if (path != null) {
      double begin = path.startOffset() + chunk.x() + start();
      PathMeasure measure = setting.paths().of(path.geometry());
      List<Stretch> bent = PathLayout.along(measure, stretches, begin);
      return new StretchBoxes(setting, chunk, 0, 0, TextAlign.START).all(bent);
    }
    return new StretchBoxes(setting, chunk, chunk.x() + start(), chunk.y(), align()).all(stretches);
  }

  /** The whole chunk, where all of it shares a baseline. */
  Optional<Stretch> single() {
    place();
    return stretches.size() == 1 ? Optional.of(stretches.getFirst()) : Optional.empty();
  }

  /** Where it begins, in user units; for {@link #single()}. */
  double left() {
    return chunk.x() + start();
  }

  private void place() {
    for (int i = 0; i < chunk.runs().size(); i++) {
      place(i);
    }
  }

  private void place(int index) {
    Text.Run run = chunk.runs().get(index);
    Text.Placement placement = run.placement();
    Resolution choice = fonts.resolve(run);
    if (choice.substitution() != null) {
      setting.context().substituted(setting.text().origin(), choice.substitution());
    }
    pen += placement.dx() + kerning(run, choice);
    dy += placement.dy();
    double baseline = baseline(run, choice);
    if (placement.rotate() != 0 || chunk.path() != null) {
      each(run, choice, baseline, index);
      return;
    }
    if (standsUp(run)) {
      standing(run, choice, index);
      return;
    }
    Stretch last = stretches.isEmpty() || placement.dx() != 0 ? null : stretches.getLast();
    Superscript raised = null;
    if (last == null || !last.shares(baseline, 0)) {
      raised = last == null ? null : raised(last, run, baseline).orElse(null);
      if (raised == null) {
        last = new Stretch(pen, baseline, 0);
        stretches.add(last);
      }
    }
    double advance = advances.advance(index);
    double extra = advances.extra(index);
    add(last, new Stretch.Part(run, choice, pen, advance, extra, advances.closes(index), raised));
  }

  private double baseline(Text.Run run, Resolution choice) {
    Text.Placement placement = run.placement();
    double height = choice.face().metrics().height(placement.baseline());
    return dy - placement.shift() + height * run.font().size();
  }

  /** Whether characters of it have to be turned back one by one. */
  private boolean standsUp(Text.Run run) {
    return setting.runsDown()
        && setting.context().policy().turnsUprightCharacters()
        && Scripts.hasWide(run.text());
  }

  private void standing(Text.Run run, Resolution choice, int index) {
    double extra = advances.extra(index);
    for (String piece : Scripts.parts(run.text())) {
      boolean wide = Scripts.isWide(piece);
      for (int i = 0; i < piece.length(); ) {
        int next = wide ? piece.offsetByCodePoints(i, 1) : piece.length();
        Text.Run part = run.part(piece.substring(i, next));
        double advance = fonts.advance(part, choice);
        Stretch stretch =
            wide && !Scripts.turnsWithLine(piece.codePointAt(i))
                ? upright(part, advance)
                : new Stretch(pen, baseline(run, choice), 0);
        stretches.add(stretch);
        double whole = advance + extra * piece.codePointCount(i, next);
        add(stretch, new Stretch.Part(part, choice, pen, whole, extra, false, null));
        i = next;
      }
    }
  }

  /** Turned back around the middle of its square, which lies on the line's own middle. */
  private Stretch upright(Text.Run run, double advance) {
    double size = run.font().size();
    double middle = dy - run.placement().shift();
    double aside = Scripts.isComma(run.text().codePointAt(0)) ? COMMA_ASIDE * size : 0;
    double up = IDEOGRAPHIC_MIDDLE * size - aside;
    return new Stretch(pen + advance / 2 + up, middle + advance / 2 - aside, -90);
  }

  private Optional<Superscript> raised(Stretch stretch, Text.Run run, double baseline) {
    return stretch.raised(run, baseline).filter(r -> setting.context().policy().raises(r.share()));
  }

  /**
   * Turned glyphs turn one by one, around their own origins (SVG 2 §11.4.2), and on a path each has
   * its own place.
   */
  private void each(Text.Run run, Resolution choice, double baseline, int index) {
    String all = run.text();
    double extra = advances.extra(index);
    double[] widths = new double[all.length()];
    TextMeasure.advances(
        all, choice, run.font().size(), run.letterSpacing(), run.wordSpacing(), widths);
    int start = 0;
    for (int i = 0; i < all.length(); ) {
      int next = all.offsetByCodePoints(i, 1);
      if (next == all.length() || widths[next] != 0) {
        Stretch glyph = new Stretch(pen, baseline, run.placement().rotate());
        stretches.add(glyph);
        boolean closes = advances.closes(index) && next == all.length();
        double advance = widths[start] + (closes ? 0 : extra);
        Text.Run one = run.part(all.substring(start, next));
        add(glyph, new Stretch.Part(one, choice, pen, advance, extra, closes, null));
        start = next;
      }
      i = next;
    }
  }

  private void add(Stretch stretch, Stretch.Part part) {
    stretch.add(part);
    before = part;
    pen += part.advance();
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
