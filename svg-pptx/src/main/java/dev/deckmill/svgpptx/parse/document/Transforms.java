package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import dev.deckmill.svgpptx.parse.value.TransformParser.Reference;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transforms of elements around their origins (CSS Transforms 1 §3, §6; 2 §5, §8). */
public final class Transforms {
  private Transforms() {}

  /**
   * From the element's user space to its parent's.
   *
   * @param bounds the element's bounding box, asked for only with {@code transform-box: fill-box}
   */
  public static Affine of(Style style, Frame frame, Supplier<@Nullable Box> bounds) {
    if (style.hasNothingOwn() || !isTransformed(style)) {
      return Affine.IDENTITY;
    }
    Box box = reference(style, bounds);
    Box within = box == null ? new Box(0, 0, frame.width(), frame.height()) : box;
    Affine transform =
        product(style, new Reference(style.units(), within.width(), within.height()));
    if (!transform.isIdentity()) {
      transform = aroundOrigin(transform, style, within);
    }
    String motion = style.get(Property.MOTION);
    Affine moved = motion == null ? null : TransformParser.parse(motion);
    return moved == null ? transform : moved.times(transform);
  }

  /** The same of a box of HTML, which is moved by shares of itself and turns around its middle. */
  public static Affine ofBox(Style style, Box place) {
    if (!isTransformed(style)) {
      return Affine.IDENTITY;
    }
    Affine transform = product(style, new Reference(style.units(), place.width(), place.height()));
    return transform.isIdentity()
        ? transform
        : around(transform, style.get(Property.TRANSFORM_ORIGIN, "center"), style, place);
  }

  /** Whether the transform depends on the element's bounding box. */
  public static boolean needsBounds(Style style) {
    return style.get(Property.TRANSFORM_BOX) != null
        && isTransformed(style)
        && !style.is(Property.TRANSFORM_BOX, "view-box");
  }

  public static boolean isTransformed(Style style) {
    return style.get(Property.TRANSFORM) != null
        || style.get(Property.TRANSLATE) != null
        || style.get(Property.ROTATE) != null
        || style.get(Property.SCALE) != null
        || style.get(Property.MOTION) != null;
  }

  /** All of them in their order (CSS Transforms 2 §8). */
  private static Affine product(Style style, Reference reference) {
    String translate = style.get(Property.TRANSLATE);
    String rotate = style.get(Property.ROTATE);
    String scale = style.get(Property.SCALE);
    String list = style.get(Property.TRANSFORM);
    Affine product =
        list == null ? Affine.IDENTITY : orNone(TransformParser.parse(list, reference));
    product = scale == null ? product : orNone(TransformParser.scaling(scale)).times(product);
    product = rotate == null ? product : orNone(TransformParser.rotation(rotate)).times(product);
    return translate == null
        ? product
        : orNone(TransformParser.translation(translate, reference)).times(product);
  }

  private static Affine orNone(@Nullable Affine transform) {
    return transform == null ? Affine.IDENTITY : transform;
  }

  private static Affine aroundOrigin(Affine transform, Style style, Box within) {
    String origin = style.get(Property.TRANSFORM_ORIGIN);
    return origin == null
        ? around(transform, within.x(), within.y())
        : around(transform, origin, style, within);
  }

  private static Affine around(Affine transform, String origin, Style style, Box within) {
    List<String> words = CssText.words(origin.replace(',', ' ').toLowerCase(Locale.ROOT));
    if (words.isEmpty()) {
      return transform;
    }
    String word = words.get(0);
    String second = words.size() > 1 ? words.get(1) : "center";
    boolean swapped = isVertical(word) || second.equals("left") || second.equals("right");
    return around(
        transform,
        within.x() + coordinate(swapped ? second : word, within.width(), style),
        within.y() + coordinate(swapped ? word : second, within.height(), style));
  }

  private static boolean isVertical(String word) {
    return word.equals("top") || word.equals("bottom");
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
