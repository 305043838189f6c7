package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Parses an {@code svg} element that stands in HTML. */
@FunctionalInterface
public interface SvgInHtml {
  /** What it draws in a box of this size at the origin; null where that is nothing. */
  @Nullable Node node(Element svg, Style style, Frame frame, double width, double height)
      throws PageRejected;
}
