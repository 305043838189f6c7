package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.Text.Placement;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into anchored chunks and runs (SVG 2 §11.5). Where only y is given anew the chunk
 * goes on, shifted: its position by then depends on font metrics.
 */
final class TextChunks {
  private final TextFlow flow;
  private final TextPositions positions;
  private final FontParser fonts;
  private final List<TextPaint> inks;
  private final boolean vertical;
  private final TextLength lengths;
  private final List<Text.Chunk> chunks = new ArrayList<>();

  private List<Text.Run> runs = new ArrayList<>();

  /** Where in the flow each of the runs begins, and where the last one ends. */
  private List<Integer> starts = new ArrayList<>();

  private int end;
  private double x;
  private double y;
  private Text.Anchor anchor = Text.Anchor.START;
  private boolean rightToLeft;
  private Text.@Nullable OnPath path;

  TextChunks(
      TextFlow flow,
      TextPositions positions,
      FontParser fonts,
      List<TextPaint> inks,
      Text.WritingMode mode) {
    this.flow = flow;
    this.positions = positions;
    this.fonts = fonts;
    this.inks = inks;
    this.vertical = mode != Text.WritingMode.HORIZONTAL;
    this.lengths = TextLength.of(flow);
  }

  List<Text.Chunk> all() {
    for (int i = 0; i < flow.spans().size(); i++) {
      TextFlow.Span span = flow.spans().get(i);
      if (span.style().fontSize() > 0) {
        span(span, inks.get(i));
      }
    }
    flush();
    return chunks;
  }

  /** Says what could not be done. */
  void report(PageFindings findings) {
    lengths.report(findings);
  }

  private void span(TextFlow.Span span, TextPaint ink) {
    Text.Font font = fonts.font(span.style());
    Text.Baseline baseline = Baselines.of(span.style());
    int start = span.start();
    Placement placement = Placement.NONE;
    for (int i = start; i < span.end(); i = positions.next(i)) {
      if (i > start && Joining.isAttached(flow.characters(), i)) {
        // marks stand where the letter does whatever the lists say (SVG 2 §11.4.2)
        continue;
      }
      Placement here = place(span, i, baseline);
      boolean sameRun = i > start && here.dx() == 0 && here.dy() == 0;
      if (i > start && !(sameRun && here.rotate() == placement.rotate() && !opens(span, i))) {
        run(span, start, i, ink, font, placement);
        start = i;
      }
      if (opens(span, i)) {
        open(span, i);
      }
      if (i == start) {
        placement = here;
      }
    }
    run(span, start, span.end(), ink, font, placement);
  }

  /** Whether the span is not on the path of the chunk before; two on the same path are two. */
  @SuppressWarnings("ReferenceEquality") // one object for each textPath element
  private boolean leaves(TextFlow.Span span) {
    return span.inherited().path() != path;
  }

  /** Whether a new chunk opens with this character. */
  private boolean opens(TextFlow.Span span, int i) {
    return i == 0
        || !Double.isNaN(vertical ? positions.y(i) : positions.x(i))
        || (i == span.start() && leaves(span));
  }

  /**
   * How the character stands beside the one before; a chunk's first stands where the chunk does.
   */
  private Placement place(TextFlow.Span span, int i, Text.Baseline baseline) {
    double dx = 0;
    double dy = 0;
    if (!opens(span, i)) {
      double across = vertical ? positions.x(i) - x : positions.y(i) - y;
      double step = Double.isNaN(across) ? 0 : across;
      dx = positions.dx(i) + (vertical ? step : 0);
      dy = positions.dy(i) + (vertical ? 0 : step);
      x += vertical ? dx : 0;
      y += vertical ? 0 : dy;
    }
    double rotate = positions.rotate(i);
    return dx == 0
            && dy == 0
            && rotate == 0
            && span.inherited().shift() == 0
            && baseline == Text.Baseline.ALPHABETIC
        ? Placement.NONE
        : new Placement(dx, dy, rotate, baseline, span.inherited().shift());
  }

  private void open(TextFlow.Span span, int i) {
    flush();
    double givenX = positions.x(i);
    double givenY = positions.y(i);
    if (leaves(span)) {
      leavePath(span.inherited().path());
    }
    x = (Double.isNaN(givenX) ? x : givenX) + positions.dx(i);
    // beside a path there is no absolute y (SVG 2 §11.8.3)
    y = (Double.isNaN(givenY) || path != null ? y : givenY) + positions.dy(i);
    Style style = span.style();
    anchor =
        switch (style.get(Property.TEXT_ANCHOR, "start")) {
          case "middle" -> Text.Anchor.MIDDLE;
          case "end" -> Text.Anchor.END;
          default -> Text.Anchor.START;
        };
    rightToLeft = style.is(Property.DIRECTION, "rtl");
  }

  /** Along a path x counts from its start; behind it text goes on where the path ends. */
  private void leavePath(Text.@Nullable OnPath next) {
    if (next == null && path != null) {
      double[] c = path.geometry().coordinates();
      x = c[c.length - 2];
      y = c[c.length - 1];
    } else {
      x = 0;
      y = 0;
    }
    path = next;
  }

  private void part(
      TextFlow.Span span,
      int start,
      int end,
      TextPaint ink,
      Text.Font font,
      Placement placement,
      boolean joined) {
    if (end > start) {
      Style style = span.style();
      starts.add(start);
      this.end = end;
      runs.add(
          new Text.Run(
              flow.characters().substring(start, end),
              font,
              ink.fill(),
              ink.stroke(),
              ink.strokeFirst(),
              placement,
              joined ? 0 : spacing(style, Property.LETTER_SPACING),
              spacing(style, Property.WORD_SPACING),
              ink.decoration(),
              style.get(Property.XML_LANG),
              span.inherited().href()));
    }
  }

  /** Letters that are joined are never spaced (CSS Text 3 §8.2.2). */
  private void run(
      TextFlow.Span span, int start, int end, TextPaint ink, Text.Font font, Placement placement) {
    boolean spaced = spacing(span.style(), Property.LETTER_SPACING) != 0;
    Placement beside = placement;
    for (int from = start; from < end; ) {
      int to = spaced ? Joining.end(flow.characters(), from, end) : end;
      boolean joined = spaced && Joining.isJoining(flow.characters().codePointAt(from));
      part(span, from, to, ink, font, beside, joined);
      beside = after(placement);
      from = to;
    }
  }

  /** Where the rest of a run stands whose first part is placed so. */
  private static Placement after(Placement first) {
    return new Placement(0, 0, first.rotate(), first.baseline(), first.shift());
  }

  private static double spacing(Style style, Property property) {
    String text = style.get(property);
    return text == null || text.equals("normal")
        ? 0
        : LengthParser.parse(text, style.units(), style.fontSize(), 0);
  }

  private void flush() {
    boolean blank = true;
    for (Text.Run run : runs) {
      blank &= run.text().isBlank() && run.decoration().equals(Text.Decoration.NONE);
    }
    List<Text.Fit> fits = lengths.within(starts, end);
    if (!blank) {
      boolean isFit = !fits.isEmpty() && fits.getFirst().to() == runs.size();
      List<Text.Run> shown = isFit ? runs : trimmed();
      chunks.add(new Text.Chunk(startX(), startY(), anchor, rightToLeft, fits, path, shown));
    }
    runs = new ArrayList<>();
    starts = new ArrayList<>();
  }

  /** The chunk's own place, before its runs' shifts across the line. */
  private double startX() {
    double start = x;
    for (Text.Run run : runs) {
      start -= vertical ? run.placement().dx() : 0;
    }
    return start;
  }

  private double startY() {
    double start = y;
    for (Text.Run run : runs) {
      start -= vertical ? 0 : run.placement().dy();
    }
    return start;
  }

  /** Without a space at the end that nobody sees; where the anchor counts it, it stays. */
  private List<Text.Run> trimmed() {
    int last = runs.size() - 1;
    Text.Run run = runs.get(last);
    boolean seen = anchor != Text.Anchor.START || rightToLeft;
    if (seen || !run.text().endsWith(" ") || !run.decoration().equals(Text.Decoration.NONE)) {
      return runs;
    }
    String text = run.text().stripTrailing();
    List<Text.Run> kept = new ArrayList<>(runs.subList(0, last));
    if (!text.isEmpty()) {
      kept.add(run.part(text));
    }
    return kept;
  }
}
