package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.analyze.context.VisualBounds;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import java.util.ArrayList;
import java.util.List;

/** Whether a group's parts overlap: then its opacity is another thing than theirs. */
final class OverlappingParts {
  private static final int MOST_COMPARED = 64;

  private final VisualBounds reach;
  private final List<Extent> extents = new ArrayList<>();

  private OverlappingParts(VisualBounds reach) {
    this.reach = reach;
  }

  /**
   * Whether there are any, or too many parts to know.
   *
   * @param toSlide from the space of the group's children
   */
  static boolean are(Group group, Affine toSlide, VisualBounds reach) {
    return new OverlappingParts(reach).meet(group.children(), toSlide);
  }

  /**
   * Whether one of the nodes meets another, or one from before, or there are too many to know; no
   * more are measured then.
   */
  private boolean meet(List<Node> nodes, Affine toSlide) {
    for (Node node : nodes) {
      boolean meets =
          node instanceof Group group
              ? meet(group.children(), toSlide.times(group.transform()))
              : meets(reach.of(node, toSlide));
      if (meets) {
        return true;
      }
    }
    return false;
  }

  private boolean meets(Extent part) {
    for (Extent other : extents) {
      if (other.overlaps(part)) {
        return true;
      }
    }
    extents.add(part);
    return extents.size() > MOST_COMPARED;
  }
}
