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
    OverlappingParts parts = new OverlappingParts(reach);
    parts.collect(group.children(), toSlide);
    return parts.extents.size() > MOST_COMPARED || parts.overlap();
  }

  private boolean overlap() {
    for (int i = 0; i < extents.size(); i++) {
      for (int j = i + 1; j < extents.size(); j++) {
        if (extents.get(i).overlaps(extents.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private void collect(List<Node> nodes, Affine toSlide) {
    for (Node node : nodes) {
      if (node instanceof Group group) {
        collect(group.children(), toSlide.times(group.transform()));
      } else {
        extents.add(reach.of(node, toSlide));
      }
      if (extents.size() > MOST_COMPARED) {
        return;
      }
    }
  }
}
