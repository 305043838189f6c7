package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.analyze.text.ChunkLayout;
import dev.deckmill.svgpptx.analyze.text.FrameLayout;
import dev.deckmill.svgpptx.analyze.text.LinePieces;
import dev.deckmill.svgpptx.analyze.text.Paragraphs;
import dev.deckmill.svgpptx.analyze.text.Scripts;
import dev.deckmill.svgpptx.analyze.text.TextSetting;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.TextExtent;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plans text: real text in boxes of one line each, a box for each stretch that shares a baseline.
 */
final class TextPlanner {
  private static final double SAME_SCALE = 0.02;

  /** Up to which ratio of its scales text looks alike with its letters spaced instead. */
  private static final double MOST_STRETCHED = 1.25;

  /** The share of its lines that is left of text that is still itself. */
  private static final double MOSTLY = 0.75;

  private final PlanContext context;
  private final Fonts fonts;

  TextPlanner(PlanContext context, Fonts fonts) {
    this.context = context;
    this.fonts = fonts;
  }

  List<Item> plan(Text text, InheritedState where, InheritedState outer) {
    Affine toSlide = where.toSlide().times(text.transform());
    // Only a clip asks where it lies.
    Extent extent = where.clip() == null ? Extent.EMPTY : context.reach().of(text).under(toSlide);
    if (where.clip() != null && where.clip().misses(extent)) {
      return List.of();
    }
    Optional<Cause> trouble = trouble(text, toSlide, where.clip(), extent);
    if (trouble.isPresent() && context.policy().on(trouble.get()) == Rendition.RASTER) {
      return context.drawn(text, outer, trouble.get()).map(List::of).orElse(List.of());
    }
    Decision decision =
        trouble
            .map(cause -> context.approximate(text.origin(), cause, severity(cause)))
            .orElseGet(() -> Decision.natively(text.origin()));
    TextSetting setting = TextSetting.of(context, fonts, text, decision, toSlide, where);
    Optional<Item> frame =
        text.block() == null ? Optional.empty() : new FrameLayout(setting).frame();
    if (frame.isPresent()) {
      return List.of(frame.get());
    }
    List<Item> items = new ArrayList<>();
    for (Text.Chunk chunk : setting.text().drawn()) {
      items.addAll(new ChunkLayout(setting, chunk).items());
    }
    List<Item> boxes = Paragraphs.together(LinePieces.together(items));
    return boxes.size() > 1
        ? List.of(new Item.Group(PlanContext.unlinked(text.origin()), boxes))
        : boxes;
  }

  /** Letters that are turned or spaced stand where they should. */
  private static Finding.Severity severity(Cause cause) {
    return EnumSet.of(Cause.TEXT_ON_PATH, Cause.TEXT_SCALED, Cause.TEXT_LINE).contains(cause)
        ? Finding.Severity.INFO
        : Finding.Severity.WARNING;
  }

  private Optional<Cause> trouble(Text text, Affine toSlide, @Nullable Clip clip, Extent extent) {
    if (anyChunk(text, chunk -> chunk.path() != null)) {
      return Optional.of(
          anyChunk(text, TextPlanner::bendsJoinedLetters)
              ? Cause.JOINED_TEXT_ON_PATH
              : Cause.TEXT_ON_PATH);
    }
    Optional<Cause> distorted = distorted(toSlide);
    if (distorted.isPresent()) {
      return distorted;
    }
    if (anyRun(text, run -> run.fill() instanceof Paint.Pattern)) {
      return Optional.of(Cause.TEXT_PAINT);
    }
    if (clip != null && !clip.contains(extent)) {
      Extent letters = letters(text, toSlide);
      if (!clip.contains(letters)) {
        boolean cut = clip.share(letters) < MOSTLY && !anyRun(text, TextPlanner::isHidden);
        return Optional.of(cut ? Cause.CUT_TEXT : Cause.CLIPPED_TEXT);
      }
    }
    if (anyRun(text, run -> !run.decoration().keepsItsForm())) {
      return Optional.of(Cause.TEXT_LINE);
    }
    return losesOutline(text) ? Optional.of(Cause.TEXT_OUTLINE) : Optional.empty();
  }

  private boolean losesOutline(Text text) {
    return context.policy().on(Cause.TEXT_OUTLINE) != Rendition.NATIVE
        && anyRun(text, TextPlanner::isOutlined);
  }

  private static boolean anyChunk(Text text, Predicate<Text.Chunk> test) {
    for (Text.Chunk chunk : text.chunks()) {
      if (test.test(chunk)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyRun(Text text, Predicate<Text.Run> test) {
    for (Text.Chunk chunk : text.chunks()) {
      for (Text.Run run : chunk.runs()) {
        if (test.test(run)) {
          return true;
        }
      }
    }
    return false;
  }

  /** It takes part in the lines' box and leaves the clip nothing to cut. */
  private static boolean isHidden(Text.Run run) {
    return !run.text().isBlank() && !Paints.isVisible(run.fill()) && !isOutlined(run);
  }

  private static boolean isOutlined(Text.Run run) {
    return run.stroke() != null && !run.text().isBlank() && Paints.isVisible(run.stroke().paint());
  }

  /** What the lines of the text take, without what letters may stand out of them. */
  private Extent letters(Text text, Affine toSlide) {
    Box box = TextExtent.of(text, fonts);
    return box == null ? Extent.EMPTY : Extent.of(box).under(toSlide);
  }

  private static boolean bendsJoinedLetters(Text.Chunk chunk) {
    return chunk.path() != null
        && chunk.runs().stream().anyMatch(run -> Scripts.isJoined(run.text()));
  }

  private static Optional<Cause> distorted(Affine toSlide) {
    Similarity parts = Similarity.of(toSlide);
    if (!Similarity.keepsAngles(toSlide) || parts.mirrored()) {
      return Optional.of(Cause.TEXT_DISTORTED);
    }
    double ratio = Math.max(parts.scaleX() / parts.scaleY(), parts.scaleY() / parts.scaleX());
    if (ratio > MOST_STRETCHED) {
      return Optional.of(Cause.TEXT_STRETCHED);
    }
    return ratio > 1 + SAME_SCALE ? Optional.of(Cause.TEXT_SCALED) : Optional.empty();
  }
}
