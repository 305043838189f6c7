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

  /** The region in user space; null where it has no area. */
  public static @Nullable Box of(
      Element element, Style style, Frame frame, boolean userSpace, @Nullable Box box) {
    if (!userSpace && box == null) {
      return null;
    }
    double baseX = userSpace ? frame.width() : 1;
    double baseY = userSpace ? frame.height() : 1;
    double x = LengthParser.parse(element.attribute("x"), style.units(), baseX, -0.1 * baseX);
    double y = LengthParser.parse(element.attribute("y"), style.units(), baseY, -0.1 * baseY);
    double width =
        LengthParser.parse(element.attribute("width"), style.units(), baseX, 1.2 * baseX);
    double height =
        LengthParser.parse(element.attribute("height"), style.units(), baseY, 1.2 * baseY);
    if (!(width > 0 && height > 0)) {
      return null;
    }
    return userSpace || box == null
        ? new Box(x, y, width, height)
        : Boxes.fraction(box, x, y, width, height);
  }
}
