package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a node, with what is inside of it and of its patterns, is painted with colours alone. */
final class Flatness {
  /** A larger node keeps its filter: it may stand in others that are asked about as well. */
  private static final int MOST_NODES = 20_000;

  private int nodes;

  boolean isFlat(Node node) {
    if (++nodes > MOST_NODES) {
      return false;
    }
    return switch (node) {
      case Picture picture -> false;
      case Text text -> everyPaint(text, this::isFlat);
      case Shape shape ->
          isFlat(shape.fill())
              && (shape.stroke() == null || isFlat(shape.stroke().paint()))
              && shape.markers().stream().allMatch(marker -> areFlat(List.of(marker.content())));
      case Group group -> areFlat(group.children());
    };
  }

  private boolean areFlat(List<Node> children) {
    return children.stream()
        .allMatch(
            child ->
                isFlat(child)
                    && child.compositing().filter() == null
                    && child.compositing().blend() == Compositing.Blend.NORMAL);
  }

  private boolean isFlat(Paint paint) {
    return switch (paint) {
      case Paint.None none -> true;
      case Paint.Solid solid -> true;
      case Paint.Linear linear -> linear.stops().size() <= ChangedStops.MOST;
      case Paint.Radial radial -> radial.stops().size() <= ChangedStops.MOST;
      case Paint.Pattern pattern -> areFlat(pattern.children());
    };
  }

  /** Whether nothing of a flat node lets anything be seen through it. */
  static boolean isOpaque(Node node) {
    Compositing how = node.compositing();
    return how.opacity() == 1
        && how.mask() == null
        && switch (node) {
          case Picture picture -> false;
          case Text text -> everyPaint(text, Flatness::isOpaque);
          case Shape shape ->
              isOpaque(shape.fill())
                  && (shape.stroke() == null || isOpaque(shape.stroke().paint()))
                  && shape.markers().stream().allMatch(marker -> isOpaque(marker.content()));
          case Group group -> group.children().stream().allMatch(Flatness::isOpaque);
        };
  }

  private static boolean isOpaque(Paint paint) {
    return switch (paint) {
      case Paint.None none -> true;
      case Paint.Solid solid -> isOpaque(solid.color());
      case Paint.Linear linear -> linear.stops().stream().allMatch(stop -> isOpaque(stop.color()));
      case Paint.Radial radial -> radial.stops().stream().allMatch(stop -> isOpaque(stop.color()));
      case Paint.Pattern pattern ->
          pattern.opacity() == 1 && pattern.children().stream().allMatch(Flatness::isOpaque);
    };
  }

  private static boolean isOpaque(Rgba color) {
    return color.alpha() == 1;
  }

  private static boolean everyPaint(Text text, Predicate<Paint> holds) {
    for (Text.Chunk chunk : text.drawn()) {
      for (Text.Run run : chunk.runs()) {
        Text.Decoration lines = run.decoration();
        if (!holds.test(run.fill())
            || !everyPaint(run.stroke(), holds)
            || !isNoneOr(lines.underline(), holds)
            || !isNoneOr(lines.overline(), holds)
            || !isNoneOr(lines.lineThrough(), holds)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean everyPaint(@Nullable Stroke stroke, Predicate<Paint> holds) {
    return stroke == null || holds.test(stroke.paint());
  }

  private static boolean isNoneOr(@Nullable Paint paint, Predicate<Paint> holds) {
    return paint == null || holds.test(paint);
  }
}
