package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;

/**
 * {@code g}, {@code svg}, {@code a}, {@code use} or {@code switch}: nodes that are handled as one,
 * back to front.
 */
public record Group(Origin origin, Affine transform, Compositing compositing, List<Node> children)
    implements Node {
  public Group {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(compositing, "compositing");
    children = List.copyOf(children);
  }

  @Override
  public Group withTransform(Affine other) {
    return new Group(origin, other, compositing, children);
  }

  @Override
  public Group withCompositing(Compositing other) {
    return new Group(origin, transform, other, children);
  }
}
