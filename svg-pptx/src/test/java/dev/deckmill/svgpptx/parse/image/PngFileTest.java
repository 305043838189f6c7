package dev.deckmill.svgpptx.parse.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
  private static final int SIDE = 300;

  @Test
  void aWholeFileStaysAsItIs() throws IOException {
    byte[] bytes = noise();
    PngFile.Rows rows = PngFile.read(bytes, SIDE, SIDE);
    assertThat(rows.isWhole()).isTrue();
    assertThat(rows.bytes()).isSameAs(bytes);
  }

  @Test
  void aFileThatIsCutOffKeepsItsFirstRows() throws IOException {
    byte[] bytes = noise();
    keepsItsFirstRows(bytes, Arrays.copyOf(bytes, bytes.length / 2));
  }

  @Test
  void aFileThatIsDamagedKeepsTheRowsBefore() throws IOException {
    byte[] bytes = noise();
    byte[] damaged = bytes.clone();
    Arrays.fill(damaged, bytes.length / 2, bytes.length / 2 + 40, (byte) 0xff);
    keepsItsFirstRows(bytes, damaged);
  }

  private static void keepsItsFirstRows(byte[] whole, byte[] broken) throws IOException {
    PngFile.Rows rows = PngFile.read(broken, SIDE, SIDE);
    assertThat(rows.isWhole()).isFalse();
    assertThat(rows.rows()).isBetween(SIDE / 4, SIDE);
    BufferedImage left = image(rows.bytes());
    BufferedImage all = image(whole);
    assertThat(left.getHeight()).isEqualTo(rows.rows());
    int intact = SIDE * SIDE * 4 / 10;
    assertThat(Arrays.copyOf(pixels(left), intact)).isEqualTo(Arrays.copyOf(pixels(all), intact));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** Pixels that no deflating makes small, so that half of the file is half of the rows. */
  private static byte[] noise() throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, random.nextInt());
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
