package dev.deckmill.svgpptx.analyze.context;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.RunAdvances;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;

/** How far nodes reach, with strokes, markers and filters: never less than they do. */
public final class VisualBounds {
  private final Fonts fonts;

  public VisualBounds(Fonts fonts) {
    this.fonts = fonts;
  }

  /** What text is measured in. */
  Fonts fonts() {
    return fonts;
  }

  /** In the space that {@code toOuter} leads to from the node's parent. */
  public Extent of(Node node, Affine toOuter) {
    Affine inner = toOuter.times(node.transform());
    if (node.compositing().filter() != null) {
      return Extent.of(node.compositing().filter().region()).under(inner);
    }
    Extent drawn =
        switch (node) {
          case Group group -> of(group.children(), inner);
          case Shape shape -> of(shape, inner);
          case Picture picture -> Extent.of(picture.viewport()).under(inner);
          case Text text -> of(text).under(inner);
        };
    ClipPath clip = node.compositing().clip();
    return clip == null ? drawn : drawn.intersection(of(clip.parts(), inner));
  }

  public Extent of(List<Node> nodes, Affine toOuter) {
    Extent all = Extent.EMPTY;
    for (Node node : nodes) {
      Extent one = of(node, toOuter);
      all = one.isEmpty() ? all : all.union(one);
    }
    return all;
  }

  private Extent of(Shape shape, Affine inner) {
    Extent drawn = Extent.of(Outlines.path(shape.geometry(), inner));
    if (shape.stroke() != null) {
      double scale = Math.max(Math.hypot(inner.a(), inner.b()), Math.hypot(inner.c(), inner.d()));
      drawn = drawn.grown(Strokes.reach(shape.stroke()) * scale);
    }
    for (Shape.Marker marker : shape.markers()) {
      Extent one = of(marker.content(), inner);
      drawn = one.isEmpty() ? drawn : drawn.union(one);
    }
    return drawn;
  }

  /** In the text's own space. Glyphs may stand out of their advance and line a little. */
  @SuppressWarnings("ReferenceEquality") // chunks of one textPath share the object
  public Extent of(Text text) {
    Extent all = Extent.EMPTY;
    Extent beside = Extent.EMPTY;
    Text.OnPath path = null;
    for (Text.Chunk chunk : text.drawn()) {
      if (chunk.path() != null) {
        if (path == null || path.geometry() != chunk.path().geometry()) {
          path = chunk.path();
          beside = Extent.of(path.geometry());
        }
        all = all.union(beside.grown(largest(chunk) * 1.5));
        continue;
      }
      double advance = RunAdvances.of(fonts, chunk).sum(chunk);
      double low = 0;
      double high = 0;
      double dy = 0;
      for (Text.Run run : chunk.runs()) {
        dy += run.placement().dy();
        double up = dy - run.placement().shift();
        high = Math.min(high, up - 1.2 * run.font().size());
        low = Math.max(low, up + 0.5 * run.font().size());
      }
      double start =
          switch (chunk.anchor()) {
            case START -> chunk.rightToLeft() ? chunk.x() - advance : chunk.x();
            case MIDDLE -> chunk.x() - advance / 2;
            case END -> chunk.rightToLeft() ? chunk.x() : chunk.x() - advance;
          };
      double margin = largest(chunk) * 0.3;
      Extent line =
          text.mode() == Text.WritingMode.HORIZONTAL
              ? new Extent(start, chunk.y() + high, start + advance, chunk.y() + low)
              : new Extent(
                  chunk.x() - largest(chunk),
                  chunk.y() - advance,
                  chunk.x() + largest(chunk),
                  chunk.y() + advance);
      all = all.union(line.grown(margin));
    }
    return all;
  }

  private static double largest(Text.Chunk chunk) {
    double largest = 0;
    for (Text.Run run : chunk.runs()) {
      largest = Math.max(largest, run.font().size());
    }
    return largest;
  }
}
