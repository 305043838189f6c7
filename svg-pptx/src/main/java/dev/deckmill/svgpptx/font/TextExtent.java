package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.font.face.FontMetrics;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.VerticalText;
import org.jspecify.annotations.Nullable;

/**
 * The bounding box of a text: its characters' advances, from the ascent to the descent of their
 * fonts (SVG 2 §8.10), as measured in the fonts that it will be shown in.
 */
public final class TextExtent {
  private final Fonts fonts;

  /** The path that was looked at last, for letters up to which size. */
  private Geometry.@Nullable Path last;

  private double lastSize;

  /** The sides around its control points: left, top, right, bottom. */
  private double[] lastSides = {};

  private double left = Double.POSITIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  private TextExtent(Fonts fonts) {
    this.fonts = fonts;
  }

  /** In the text's user space; null where it has no characters. */
  public static @Nullable Box of(Text text, Fonts fonts) {
    if (text.mode() != Text.WritingMode.HORIZONTAL) {
      Box lying = of(VerticalText.lying(text), fonts);
      return lying == null ? null : VerticalText.upright(lying);
    }
    TextExtent extent = new TextExtent(fonts);
    for (Text.Chunk chunk : text.chunks()) {
      extent.add(chunk);
    }
    return extent.box();
  }

  private @Nullable Box box() {
    return left > right ? null : new Box(left, top, right - left, bottom - top);
  }

  private void add(Text.Chunk chunk) {
    if (chunk.path() != null) {
      beside(chunk, chunk.path());
      return;
    }
    RunAdvances advances = RunAdvances.of(fonts, chunk);
    double x = chunk.x() + begin(chunk, advances.sum(chunk));
    double y = chunk.y();
    for (int i = 0; i < chunk.runs().size(); i++) {
      Text.Run run = chunk.runs().get(i);
      Resolution choice = fonts.resolve(run);
      FontMetrics metrics = choice.face().metrics();
      Text.Placement placement = run.placement();
      double size = run.font().size();
      x += placement.dx();
      y += placement.dy();
      double baseline = y - placement.shift() + metrics.height(placement.baseline()) * size;
      point(x, baseline - metrics.ascent() * size);
      x += advances.advance(i);
      point(x, baseline + metrics.descent() * size);
    }
  }

  private static double begin(Text.Chunk chunk, double advance) {
    return switch (chunk.anchor()) {
      case START -> chunk.rightToLeft() ? -advance : 0;
      case MIDDLE -> -advance / 2;
      case END -> chunk.rightToLeft() ? 0 : -advance;
    };
  }

  /** Somewhere beside its path, which lies between its control points. */
  @SuppressWarnings("ReferenceEquality") // chunks of one textPath share the object
  private void beside(Text.Chunk chunk, Text.OnPath path) {
    double size = 0;
    for (Text.Run run : chunk.runs()) {
      size = Math.max(size, run.font().size());
    }
    if (path.geometry() == last && size <= lastSize) {
      return;
    }
    if (path.geometry() != last) {
      last = path.geometry();
      lastSides = sides(last);
    }
    lastSize = size;
    if (lastSides.length > 0) {
      point(lastSides[0] - size, lastSides[1] - size);
      point(lastSides[2] + size, lastSides[3] + size);
    }
  }

  private static double[] sides(Geometry.Path path) {
    double[] c = path.coordinates();
    if (c.length == 0) {
      return c;
    }
    double left = c[0];
    double right = c[0];
    double top = c[1];
    double bottom = c[1];
    for (int i = 2; i < c.length; i += 2) {
      left = Math.min(left, c[i]);
      right = Math.max(right, c[i]);
      top = Math.min(top, c[i + 1]);
      bottom = Math.max(bottom, c[i + 1]);
    }
    return new double[] {left, top, right, bottom};
  }

  private void point(double x, double y) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
}
