package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.geometry.Boxes;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** The regions of masks and filters: x, y, width and height in either kind of units. */
public final class Regions {
  private Regions() {}

  /** What attributes say, by their names. */
  @FunctionalInterface
  interface Attributes {
    @Nullable String value(String name);
  }

  /** The region in user space; null where it has no area. */
  public static @Nullable Box of(
      Element element, Style style, Frame frame, boolean userSpace, @Nullable Box box) {
    return of(element::attribute, style, frame, userSpace, box);
  }

  /** The same of attributes that need not stand on one element. */
  static @Nullable Box of(
      Attributes attributes, Style style, Frame frame, boolean userSpace, @Nullable Box box) {
    if (!userSpace && box == null) {
      return null;
    }
    double baseX = userSpace ? frame.width() : 1;
    double baseY = userSpace ? frame.height() : 1;
    double x = LengthParser.parse(attributes.value("x"), style.units(), baseX, -0.1 * baseX);
    double y = LengthParser.parse(attributes.value("y"), style.units(), baseY, -0.1 * baseY);
    double width = LengthParser.parse(attributes.value("width"), style.units(), baseX, 1.2 * baseX);
    double height =
        LengthParser.parse(attributes.value("height"), style.units(), baseY, 1.2 * baseY);
    if (!(width > 0 && height > 0)) {
      return null;
    }
    return userSpace || box == null
        ? new Box(x, y, width, height)
        : Boxes.fraction(box, x, y, width, height);
  }
}
