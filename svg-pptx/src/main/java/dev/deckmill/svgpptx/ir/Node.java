package dev.deckmill.svgpptx.ir;

/** One thing that is drawn. Anything that is not displayed has no node. */
public sealed interface Node permits Group, Shape, Picture, Text {
  /** Where it comes from. */
  Origin origin();

  /** From this node's user space to its parent's. */
  Affine transform();

  /** The same with another transform. */
  Node withTransform(Affine other);

  /** Compositing and effects of the node as a whole. */
  Compositing compositing();

  /** The same with other compositing. */
  Node withCompositing(Compositing other);
}
