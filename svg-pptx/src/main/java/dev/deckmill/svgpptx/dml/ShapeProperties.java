package dev.deckmill.svgpptx.dml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code p:spPr} (ECMA-376 §19.3.1.44).
 *
 * @param fill null: nothing is said of it
 * @param line null: nothing is said of it
 */
public record ShapeProperties(
    Xfrm xfrm, Outline outline, @Nullable Fill fill, @Nullable Ln line, List<Effect> effects) {
  public ShapeProperties {
    Objects.requireNonNull(xfrm, "xfrm");
    Objects.requireNonNull(outline, "outline");
    effects = List.copyOf(effects);
  }

  /** Of a picture, which says nothing of fill and line. */
  public ShapeProperties(Xfrm xfrm, Outline outline) {
    this(xfrm, outline, null, null, List.of());
  }
}
