package dev.deckmill.svgpptx.embed;

import java.util.Objects;

/**
 * A part of the package as it stands in the zip file.
 *
 * @param bytes deflated or stored; not copied
 * @param deflated whether {@code bytes} are raw deflate data (RFC 1951)
 * @param crc32 of the part's own bytes
 * @param size of the part, inflated
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes; never compared
public record Part(byte[] bytes, boolean deflated, int crc32, int size) {
  public Part {
    Objects.requireNonNull(bytes, "bytes");
    if (size < 0 || (!deflated && bytes.length != size)) {
      throw new IllegalArgumentException("a part of " + size + " bytes has " + bytes.length);
    }
  }
}
