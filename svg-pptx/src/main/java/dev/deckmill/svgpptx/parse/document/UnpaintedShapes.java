package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes without fill, stroke and markers: they count for bounding boxes, and are then left out.
 */
public final class UnpaintedShapes {
  private UnpaintedShapes() {}

  public static List<Node> removed(List<Node> nodes) {
    for (Node node : nodes) {
      if (isUnpainted(node)) {
        List<Node> painted = new ArrayList<>(nodes.size());
        for (Node each : nodes) {
          if (!isUnpainted(each)) {
            painted.add(each);
          }
        }
        return painted;
      }
    }
    return nodes;
  }

  private static boolean isUnpainted(Node node) {
    return node instanceof Shape shape
        && shape.stroke() == null
        && shape.fill() instanceof Paint.None
        && shape.markers().isEmpty()
        && shape.compositing().filter() == null;
  }
}
