package dev.deckmill.svgpptx.parse.image;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SVG document inside another.
 *
 * @param content what it draws, in the space of its root's viewport
 * @param width in its user units
 * @param height in its user units
 */
public record NestedDocument(List<Node> content, double width, double height) {
  public NestedDocument {
    content = List.copyOf(content);
  }

  /** Parses it. */
  @FunctionalInterface
  public interface Opener {
    /** The document; null where too many are around it. */
    @Nullable NestedDocument open(byte[] bytes) throws PageRejected;
  }
}
