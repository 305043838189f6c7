package dev.deckmill.svgpptx.dml;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import java.util.Map;
import java.util.Objects;

/**
 * A plain SVG 1.1 document of our own writing: no CSS, no {@code use}, nothing from outside.
 *
 * @param svg its text, which any renderer reads
 * @param region what of the page it shows, in the page's user units
 * @param filters what these elements of it say, by their ids, for the renderer that computes
 *     filters itself
 */
public record PlainDocument(String svg, Box region, Map<String, Filter> filters) {
  private static final String MASK = "-mask";

  public PlainDocument {
    Objects.requireNonNull(svg, "svg");
    filters = Map.copyOf(filters);
    if (!(region.width() > 0)) {
      throw new IllegalArgumentException("a document shows something");
    }
  }

  /** The id of a filter that turns a mask's content into what a mask is, and is no one's wish. */
  public static String maskId(String id) {
    return id + MASK;
  }

  /** Whether a filter has such an id: without it the mask would be another one. */
  public static boolean isOfMask(String filterId) {
    return filterId.endsWith(MASK);
  }

  /** The id of the element that an {@code feImage} shows. */
  public static String imageId(String filterId, int step) {
    return filterId + "-" + step;
  }
}
