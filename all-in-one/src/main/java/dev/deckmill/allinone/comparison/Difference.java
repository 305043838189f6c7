package dev.deckmill.allinone.comparison;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * How much of two pictures of the same size looks different: a figure to sort by, no verdict. A
 * pixel counts as different where no pixel around it in the other picture comes near.
 */
final class Difference {
  /** Of 255, in any channel. */
  private static final int NEAR = 48;

  /** How far a glyph may be displaced, in pixels. */
  private static final int AROUND = 2;

  private static final int WHITE = 0xFFFFFF;

  private final BufferedImage one;
  private final BufferedImage other;

  private Difference(BufferedImage one, BufferedImage other) {
    this.one = one;
    this.other = other;
  }

  /** Different pixels by pixels that are not white, 0 to 1. */
  static double of(Path one, Path other) throws IOException {
    return new Difference(read(one), read(other)).share();
  }

  private static BufferedImage read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no picture");
    }
    return image;
  }

  private double share() {
    int different = 0;
    int inked = 0;
    int width = Math.min(one.getWidth(), other.getWidth());
    int height = Math.min(one.getHeight(), other.getHeight());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int a = one.getRGB(x, y) & WHITE;
        int b = other.getRGB(x, y) & WHITE;
        if (a != WHITE || b != WHITE) {
          inked++;
          if (!isNear(a, b) && (isAlone(a, other, x, y) || isAlone(b, one, x, y))) {
            different++;
          }
        }
      }
    }
    return inked == 0 ? 0 : (double) different / inked;
  }

  private static boolean isAlone(int color, BufferedImage among, int x, int y) {
    int right = Math.min(among.getWidth() - 1, x + AROUND);
    int bottom = Math.min(among.getHeight() - 1, y + AROUND);
    for (int v = Math.max(0, y - AROUND); v <= bottom; v++) {
      for (int u = Math.max(0, x - AROUND); u <= right; u++) {
        if (isNear(color, among.getRGB(u, v))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isNear(int a, int b) {
    return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) <= NEAR
        && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) <= NEAR
        && Math.abs((a & 0xFF) - (b & 0xFF)) <= NEAR;
  }
}
