package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.analyze.text.ChunkLayout;
import dev.deckmill.svgpptx.analyze.text.FrameLayout;
import dev.deckmill.svgpptx.analyze.text.Paragraphs;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
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

  private final PlanContext context;
  private final Fonts fonts;

  TextPlanner(PlanContext context, Fonts fonts) {
    this.context = context;
    this.fonts = fonts;
  }

  List<Item> plan(Text text, InheritedState where, InheritedState outer) {
    Affine toSlide = where.toSlide().times(text.transform());
    Extent extent = context.reach().of(text).under(toSlide);
    if (where.clip() != null && where.clip().misses(extent)) {
      return List.of();
    }
    Optional<Cause> trouble = trouble(text, toSlide, where.clip(), extent);
    if (trouble.isPresent() && context.policy().on(trouble.get()) == Rendition.RASTER) {
      return context.drawn(text, outer, trouble.get()).map(List::of).orElse(List.of());
    }
    Decision decision =
        trouble
            .map(cause -> context.approximate(text.origin(), cause, Finding.Severity.WARNING))
            .orElseGet(() -> Decision.natively(text.origin()));
    Optional<Item> frame =
        text.block() == null
            ? Optional.empty()
            : new FrameLayout(context, fonts, text, decision, toSlide, where).frame();
    if (frame.isPresent()) {
      return List.of(frame.get());
    }
    List<Item> items = new ArrayList<>();
    for (Text.Chunk chunk : text.drawn()) {
      items.addAll(new ChunkLayout(context, fonts, text, chunk, decision, toSlide, where).items());
    }
    List<Item> boxes = Paragraphs.together(items);
    return boxes.size() > 1
        ? List.of(new Item.Group(PlanContext.unlinked(text.origin()), boxes))
        : boxes;
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
}
