package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** How large pictures are by themselves. */
@FunctionalInterface
public interface NaturalSizes {
  /** In user units, both above 0; NaN where there is none. */
  record Size(double width, double height) {}

  /** Of an {@code img} element; null where it shows nothing. */
  @Nullable Size of(Element image) throws PageRejected;
}
