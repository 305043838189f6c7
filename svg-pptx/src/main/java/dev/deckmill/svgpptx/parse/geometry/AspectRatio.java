package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.value.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code preserveAspectRatio} (SVG 2 §8.7).
 *
 * @param alignX 0 for xMin, 0.5 for xMid, 1 for xMax
 * @param alignY likewise
 */
public record AspectRatio(double alignX, double alignY, Fit fit) {
  static final AspectRatio DEFAULT = new AspectRatio(0.5, 0.5, Fit.MEET);

  /** How the box is scaled into the viewport. */
  enum Fit {
    MEET,
    SLICE,
    STRETCH
  }

  public static AspectRatio parse(@Nullable String text) {
    if (text == null) {
      return DEFAULT;
    }
    List<String> words = Words.of(text);
    int first = !words.isEmpty() && words.get(0).equals("defer") ? 1 : 0;
    String align = words.size() > first ? words.get(first).toLowerCase(Locale.ROOT) : "";
    if (align.equals("none")) {
      return new AspectRatio(0, 0, Fit.STRETCH);
    }
    if (align.length() != 8 || !align.startsWith("x") || align.charAt(4) != 'y') {
      return DEFAULT;
    }
    boolean slice = words.size() > first + 1 && words.get(first + 1).equals("slice");
    return new AspectRatio(
        fraction(align.substring(1, 4)),
        fraction(align.substring(5)),
        slice ? Fit.SLICE : Fit.MEET);
  }

  private static double fraction(String align) {
    return switch (align) {
      case "min" -> 0;
      case "max" -> 1;
      default -> 0.5;
    };
  }

  /** From the box's space to the viewport's. */
  public Affine transform(Box box, Box viewport) {
    double sx = viewport.width() / box.width();
    double sy = viewport.height() / box.height();
    switch (fit) {
      case MEET -> sx = sy = Math.min(sx, sy);
      case SLICE -> sx = sy = Math.max(sx, sy);
      case STRETCH -> {
        // each side for itself
      }
    }
    double dx = viewport.x() + (viewport.width() - box.width() * sx) * alignX - box.x() * sx;
    double dy = viewport.y() + (viewport.height() - box.height() * sy) * alignY - box.y() * sy;
    return new Affine(sx, 0, 0, sy, dx, dy);
  }
}
