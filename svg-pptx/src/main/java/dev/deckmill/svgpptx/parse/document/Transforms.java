package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import dev.deckmill.svgpptx.parse.value.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transforms of elements around their origins (CSS Transforms 1 §3, §6). */
public final class Transforms {
  private Transforms() {}

  /**
   * From the element's user space to its parent's.
   *
   * @param bounds the element's bounding box, asked for only with {@code transform-box: fill-box}
   */
  public static Affine of(Style style, Frame frame, Supplier<@Nullable Box> bounds) {
    String text = style.get(Property.TRANSFORM);
    if (text == null) {
      return Affine.IDENTITY;
    }
    Affine transform = TransformParser.parse(text);
    if (transform == null || transform.isIdentity()) {
      return Affine.IDENTITY;
    }
    String origin = style.get(Property.TRANSFORM_ORIGIN);
    Box box = reference(style, bounds);
    if (origin == null) {
      return box == null ? transform : around(transform, box.x(), box.y());
    }
    Box within = box == null ? new Box(0, 0, frame.width(), frame.height()) : box;
    return around(transform, Words.of(origin.toLowerCase(Locale.ROOT)), within, style);
  }

  private static Affine around(Affine transform, List<String> origin, Box within, Style style) {
    if (origin.isEmpty()) {
      return transform;
    }
    String word = origin.get(0);
    boolean swapped = word.equals("top") || word.equals("bottom");
    String other = origin.size() > 1 ? origin.get(1) : "center";
    return around(
        transform,
        within.x() + coordinate(swapped ? other : word, within.width(), style),
        within.y() + coordinate(swapped ? word : other, within.height(), style));
  }

  /** Null for the view box, whose origin is (0, 0). */
  private static @Nullable Box reference(Style style, Supplier<@Nullable Box> bounds) {
    return switch (style.get(Property.TRANSFORM_BOX, "view-box").toLowerCase(Locale.ROOT)) {
      case "fill-box", "content-box", "stroke-box", "border-box" -> bounds.get();
      default -> null;
    };
  }

  private static double coordinate(String word, double extent, Style style) {
    return switch (word) {
      case "left", "top" -> 0;
      case "center" -> extent / 2;
      case "right", "bottom" -> extent;
      default -> LengthParser.parse(word, style.units(), extent, 0);
    };
  }

  private static Affine around(Affine transform, double x, double y) {
    return x == 0 && y == 0
        ? transform
        : Affine.translate(x, y).times(transform).times(Affine.translate(-x, -y));
  }
}
