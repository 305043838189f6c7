package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.analyze.plan.TextParagraph;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock;
import dev.deckmill.svgpptx.ir.TextBlock.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a text whose chunks are lines of paragraphs: in one box, whose program breaks lines
 * where HTML breaks them. Lengths are user units, those of what is given back EMU.
 */
public final class FrameLayout {
  private static final double TOLERANCE = 0.35;

  private final TextSetting setting;
  private final Fonts fonts;
  private final Text text;
  private final Similarity parts;
  private final RunLayout runs;

  public FrameLayout(TextSetting setting) {
    this.setting = setting;
    this.fonts = setting.fonts();
    this.text = setting.text();
    this.parts = setting.parts();
    this.runs = new RunLayout(setting);
  }

  /** The box; empty where some line is not of one piece. */
  public Optional<Item> frame() {
    TextBlock block = text.block();
    if (block == null) {
      return Optional.empty();
    }
    List<FrameLine> lines = new ArrayList<>(text.chunks().size());
    for (Text.Chunk chunk : text.chunks()) {
      ChunkLayout layout = new ChunkLayout(setting, chunk);
      Optional<Stretch> stretch = layout.single();
      if (stretch.isEmpty() || hasOverline(chunk)) {
        return Optional.empty();
      }
      Stretch one = stretch.get();
      lines.add(
          new FrameLine(
              chunk,
              one,
              layout.left(),
              chunk.y() + one.baseline(),
              one.advance(),
              one.line(fonts)));
    }
    return Optional.of(isUniform(block, lines) ? simple(lines) : paragraphs(block, lines));
  }

  /** Slides have no overline: rectangles stand for it, line by line. */
  private static boolean hasOverline(Text.Chunk chunk) {
    for (Text.Run run : chunk.runs()) {
      if (run.decoration().overline() != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether all lines stand at one distance and keep one point of theirs, and none is full. */
  private static boolean isUniform(TextBlock block, List<FrameLine> lines) {
    FrameLine first = lines.getFirst();
    double pitch = pitch(lines);
    boolean plain = hasNeitherMarkerNorFullLine(block);
    for (int i = 0; i < lines.size() && plain; i++) {
      FrameLine line = lines.get(i);
      plain =
          line.align() == first.align()
              && line.chunk().rightToLeft() == first.chunk().rightToLeft()
              && Math.abs(line.chunk().x() - first.chunk().x()) < TOLERANCE
              && line.line().equals(first.line())
              && Math.abs(line.baseline() - first.baseline() - i * pitch) < TOLERANCE;
    }
    return plain && (lines.size() == 1 || pitch > first.line().pitch() / 2);
  }

  private static boolean hasNeitherMarkerNorFullLine(TextBlock block) {
    for (TextBlock.Paragraph paragraph : block.paragraphs()) {
      if (paragraph.marker() != null) {
        return false;
      }
      for (Ending ending : paragraph.endings()) {
        if (ending.isSoft()) {
          return false;
        }
      }
    }
    return true;
  }

  private static double pitch(List<FrameLine> lines) {
    return lines.size() == 1
        ? 0
        : (lines.getLast().baseline() - lines.getFirst().baseline()) / (lines.size() - 1);
  }

  private Item simple(List<FrameLine> lines) {
    FrameLine first = lines.getFirst();
    double pitch = pitch(lines);
    LineBox line = pitch == 0 ? first.line() : first.line().exactly(pitch);
    double width = 0;
    for (FrameLine each : lines) {
      width = Math.max(width, each.width());
    }
    double left =
        switch (first.align()) {
          case START -> first.left();
          case MIDDLE -> first.left() + first.width() / 2 - width / 2;
          case END -> first.left() + first.width() - width;
        };
    return new Item.TextBox(
        PlanContext.unlinked(text.origin()),
        setting.decision(),
        place(left, first.baseline() - line.ascent(), width, line.pitch() * lines.size()),
        first.align(),
        first.chunk().rightToLeft(),
        line.times(parts.scaleY()),
        pitch * parts.scaleY(),
        lines.stream().map(l -> runs.words(l.stretch())).toList(),
        false,
        setting.where().effects(),
        setting.context().policy().textShinesAsBox());
  }

  private Item paragraphs(TextBlock block, List<FrameLine> lines) {
    FrameWidth width = FrameWidth.of(fonts, block, lines);
    FrameHeights heights = new FrameHeights();
    List<TextParagraph> paragraphs = new ArrayList<>(block.paragraphs().size());
    int from = 0;
    TextParagraph.Bullet bullet = null;
    for (TextBlock.Paragraph paragraph : block.paragraphs()) {
      List<FrameLine> own = lines.subList(from, from + paragraph.endings().size());
      from += own.size();
      FrameHeights.Lines set = heights.next(own);
      bullet = bullet(paragraph, own, bullet);
      FrameLine first = own.getFirst();
      paragraphs.add(
          new TextParagraph(
              first.align(),
              paragraph.justified() && width.wraps(),
              first.chunk().rightToLeft(),
              set.line().times(parts.scaleY()),
              set.pitch() * parts.scaleY(),
              set.before() * parts.scaleY(),
              first.align() == TextAlign.START ? (first.left() - width.left()) * parts.scaleX() : 0,
              bullet,
              words(paragraph, own)));
    }
    return new Item.TextFrame(
        PlanContext.unlinked(text.origin()),
        setting.decision(),
        place(width.left(), heights.top(), width.width(), heights.bottom() - heights.top()),
        width.wraps(),
        paragraphs,
        setting.where().effects(),
        setting.context().policy().textShinesAsBox());
  }

  private TextParagraph.@Nullable Bullet bullet(
      TextBlock.Paragraph paragraph, List<FrameLine> lines, TextParagraph.@Nullable Bullet before) {
    TextBlock.Marker marker = paragraph.marker();
    if (marker == null) {
      return null;
    }
    double hanging = FrameWidth.hanging(fonts, marker, lines.getFirst());
    boolean goesOn =
        before != null
            && before.numbering() == marker.numbering()
            && before.next() == marker.number();
    int start = goesOn ? before.start() : marker.number();
    return new TextParagraph.Bullet(
        marker.numbering(), start, marker.number(), marker.label(), hanging * parts.scaleX());
  }

  /** What forced breaks part; full lines go on in the next one. */
  private List<List<TextRun>> words(TextBlock.Paragraph paragraph, List<FrameLine> lines) {
    List<List<TextRun>> all = new ArrayList<>();
    JoinedRuns open = new JoinedRuns();
    for (int i = 0; i < lines.size(); i++) {
      Ending ending = paragraph.endings().get(i);
      List<TextRun> words = runs.words(lines.get(i).stretch());
      for (int k = 0; k < words.size(); k++) {
        boolean last = k == words.size() - 1 && ending == Ending.FULL_AT_SPACE;
        open.add(words.get(k), last ? " " : "");
      }
      if (!ending.isSoft()) {
        all.add(open.taken());
      }
    }
    return all;
  }

  /** A box in user space, on the slide. */
  private Place place(double left, double top, double wide, double high) {
    double x = left + wide / 2;
    double y = top + high / 2;
    double width = Math.max(0, wide * parts.scaleX());
    double height = Math.max(0, high * parts.scaleY());
    return new Place(
        setting.toSlide().x(x, y) - width / 2,
        setting.toSlide().y(x, y) - height / 2,
        width,
        height,
        parts.degrees());
  }
}
