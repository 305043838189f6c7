package dev.deckmill.svgpptx.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code clipPath} (CSS Masking 1 §6), units resolved: the union of its parts, within {@code clip}.
 *
 * @param parts silhouettes in the clipped node's user space; a part's own clip is in its
 *     compositing
 * @param clip the clipping path's own clipping path
 */
public record ClipPath(List<Node> parts, @Nullable ClipPath clip) {
  public ClipPath {
    parts = List.copyOf(parts);
  }
}
