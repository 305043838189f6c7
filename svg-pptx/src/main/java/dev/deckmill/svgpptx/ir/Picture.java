package dev.deckmill.svgpptx.ir;

import java.util.Objects;

/**
 * {@code image} with a raster inside; an SVG inside is a {@link Group}.
 *
 * @param image the pixels
 * @param box where the whole image goes, after preserveAspectRatio; may be larger than {@code
 *     viewport}
 * @param viewport what of it is seen
 */
public record Picture(
    Origin origin, Affine transform, Compositing compositing, Raster image, Box box, Box viewport)
    implements Node {
  /**
   * Pixels as a file.
   *
   * @param format what the file is, recognised by its first bytes
   * @param bytes the file; not copied
   * @param width in pixels, above 0
   * @param height in pixels, above 0
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // megabytes; compared by identity, which is enough for what is done
  // with it
  public record Raster(Format format, byte[] bytes, int width, int height) {}

  /** The raster formats that are read. */
  public enum Format {
    PNG,
    JPEG,
    GIF,
    WEBP
  }

  public Picture {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(compositing, "compositing");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(viewport, "viewport");
  }

  @Override
  public Picture withTransform(Affine other) {
    return new Picture(origin, other, compositing, image, box, viewport);
  }

  @Override
  public Picture withCompositing(Compositing other) {
    return new Picture(origin, transform, other, image, box, viewport);
  }
}
