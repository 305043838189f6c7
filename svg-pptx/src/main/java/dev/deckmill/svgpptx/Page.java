package dev.deckmill.svgpptx;

import java.util.Objects;

/**
 * One SVG document going in.
 *
 * @param name a label for people; never used as a path
 * @param svg the document's bytes, plain or gzip; not copied, so not to be changed afterwards
 */
@SuppressWarnings(
    "ArrayRecordComponent") // megabytes that are read once: a copy would cost and protect nobody
public record Page(String name, byte[] svg) {
  public Page {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(svg, "svg");
  }
}
