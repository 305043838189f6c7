package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.PageRejected.Code;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.geometry.ViewBox;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The page's size (SVG 2 §7.2): width and height where they are given, else the viewBox, else what
 * browsers take.
 *
 * @param width in user units
 * @param height in user units
 * @param viewBox or null
 * @param aspect {@code preserveAspectRatio}
 */
public record RootViewport(double width, double height, @Nullable Box viewBox, AspectRatio aspect) {
  private static final double DEFAULT_WIDTH = 300;
  private static final double DEFAULT_HEIGHT = 150;

  /** Beyond this, coordinates lose their fractions. */
  private static final double MOST = 1e7;

  /** Below this nothing can be drawn that a slide has room for. */
  private static final double LEAST = 1e-6;

  public static RootViewport of(Element root) throws PageRejected {
    Box viewBox = ViewBox.parse(root.attribute("viewBox"));
    double width = size(root.attribute("width"));
    double height = size(root.attribute("height"));
    if (width == 0 || height == 0) {
      throw new PageRejected(
          Code.SVG_INVALID, "The page's width or height is 0. Give it a size or a viewBox.");
    }
    double ratio = viewBox == null ? Double.NaN : viewBox.width() / viewBox.height();
    if (Double.isNaN(width)) {
      width = viewBox == null ? DEFAULT_WIDTH : height > 0 ? height * ratio : viewBox.width();
    }
    if (Double.isNaN(height)) {
      height = viewBox == null ? DEFAULT_HEIGHT : width / ratio;
    }
    check(width, height);
    return new RootViewport(
        width, height, viewBox, AspectRatio.parse(root.attribute("preserveAspectRatio")));
  }

  private static void check(double width, double height) throws PageRejected {
    if (Math.max(width, height) > MOST) {
      throw new PageRejected(
          Code.LIMIT_PAGE_SIZE,
          "The page is wider or higher than " + (long) MOST + " units. Scale it down.");
    }
    if (Math.min(width, height) < LEAST) {
      throw new PageRejected(
          Code.SVG_INVALID,
          "The page is narrower or lower than a millionth of a unit. Scale it up.");
    }
  }

  /** NaN where nothing usable is given, as with a percentage of an unknown window. */
  private static double size(@Nullable String text) {
    Units units = new Units(Units.MEDIUM, Units.MEDIUM, Double.NaN, Double.NaN);
    double size = LengthParser.parse(text, units, Double.NaN, Double.NaN);
    return size >= 0 ? size : Double.NaN;
  }

  /** From the root's user space to the page. */
  public Affine transform() {
    return viewBox == null
        ? Affine.IDENTITY
        : aspect.transform(viewBox, new Box(0, 0, width, height));
  }

  /** What percentages inside refer to. */
  public Box inner() {
    return viewBox == null ? new Box(0, 0, width, height) : viewBox;
  }
}
