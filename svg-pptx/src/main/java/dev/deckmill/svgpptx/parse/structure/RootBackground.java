package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.paint.CssGradients;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.ArrayList;
import java.util.List;

/**
 * The root's {@code background} (CSS Backgrounds 3 §2.11.1): the canvas, so of the whole page,
 * below everything and whatever the root's transform.
 */
final class RootBackground {
  /**
   * The canvas of a page whose colour scheme is dark (CSS Color Adjustment 1 §2.3), in Chromium.
   */
  private static final Rgba DARK = new Rgba(0x121212, 1);

  private RootBackground() {}

  /** A rectangle for its colour and for each gradient, back to front. */
  static List<Node> of(Style style, double width, double height, DocumentContext document) {
    String color = style.get(Property.BACKGROUND_COLOR);
    String images = style.get(Property.BACKGROUND_IMAGE);
    List<Node> ground = new ArrayList<>();
    if (style.isDark()) {
      ground.add(rectangle(new Paint.Solid(DARK), width, height));
    }
    if (color == null && images == null) {
      return ground;
    }
    Rgba plain = Colors.of(style, Property.BACKGROUND_COLOR, new Rgba(0, 0));
    if (plain.alpha() == 1) {
      ground.clear();
    }
    if (plain.alpha() > 0) {
      ground.add(rectangle(new Paint.Solid(plain), width, height));
    }
    for (String image : images == null ? List.<String>of() : CssText.list(images).reversed()) {
      if (!image.equalsIgnoreCase("none")) {
        Paint paint = CssGradients.parse(image, style, width, height);
        if (paint == null) {
          document
              .findings()
              .warn(
                  Code.UNSUPPORTED_DROPPED,
                  null,
                  "The page's background has an image that is not drawn.");
        } else {
          ground.add(rectangle(paint, width, height));
        }
      }
    }
    return ground;
  }

  private static Node rectangle(Paint paint, double width, double height) {
    return new Shape(
        Origin.of("svg"),
        Affine.IDENTITY,
        Compositing.NONE,
        new Geometry.Rect(0, 0, width, height, 0, 0),
        paint,
        Shape.FillRule.NONZERO,
        null,
        false,
        List.of());
  }
}
