package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements to nodes: for parsers of what has content of its own, as patterns, masks and markers.
 */
public interface ChildContent {
  /** The element as it is drawn inside a frame; null where it draws nothing. */
  @Nullable Node node(Element element, Frame frame) throws PageRejected;

  /**
   * The nodes of an element's children, back to front; among them {@link UnpaintedShapes}, which
   * count for bounding boxes.
   */
  List<Node> children(Element element, Frame frame) throws PageRejected;
}
