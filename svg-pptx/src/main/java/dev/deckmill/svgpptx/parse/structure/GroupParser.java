package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.UnpaintedShapes;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is drawn as a group: {@code g} (SVG 2 §5.2) and all that has content as it has. */
final class GroupParser {
  private final DocumentContext document;
  private final CompositingParser compositing;

  GroupParser(DocumentContext document, CompositingParser compositing) {
    this.document = document;
    this.compositing = compositing;
  }

  /** A group of these nodes with the element's compositing; null where nothing is left of it. */
  @Nullable Node group(
      Element element, Style style, Frame frame, Affine transform, List<Node> children)
      throws PageRejected {
    Compositing effects =
        compositing.of(element, style, frame, () -> Bounds.of(children, document.fonts()));
    List<Node> visible = UnpaintedShapes.removed(children);
    if (visible.isEmpty() && effects.filter() == null) {
      return null;
    }
    return new Group(Origins.origin(element, frame.href()), transform, effects, visible);
  }
}
