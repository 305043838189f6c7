package dev.deckmill.svgpptx.raster;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Rasters in formats that not every reader of decks knows: GIF and WebP become PNG. */
final class ForeignRaster {
  /** Named, not searched for: plug-ins are found by class loader, and whose depends on the host. */
  private static final WebPImageReaderSpi WEBP = new WebPImageReaderSpi();

  private ForeignRaster() {}

  /**
   * The first frame as a PNG file.
   *
   * @throws IOException when the file is damaged or in a format that nothing here reads
   */
  static byte[] toPng(byte[] file) throws IOException {
    try {
      return png(isWebp(file) ? webp(file) : known(file));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Readers meet damage in many ways.
      throw new IOException("the image file is damaged", e);
    }
  }

  static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  private static boolean isWebp(byte[] file) {
    return file.length > 12 && file[0] == 'R' && file[8] == 'W' && file[11] == 'P';
  }

  private static BufferedImage webp(byte[] file) throws IOException {
    ImageReader reader = WEBP.createReaderInstance(null);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage known(byte[] file) throws IOException {
    // It closes its stream itself, and a memory stream only once.
    BufferedImage image =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
    if (image == null) {
      throw new IOException("no reader for this image format");
    }
    return image;
  }
}
