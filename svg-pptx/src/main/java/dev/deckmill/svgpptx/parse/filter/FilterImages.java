package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** What {@code feImage} shows from a {@code data:} URL. */
@FunctionalInterface
public interface FilterImages {
  /** The image in a box; null, with a finding, where there is none to see. */
  @Nullable Node placed(Element element, String href, Box box) throws PageRejected;
}
