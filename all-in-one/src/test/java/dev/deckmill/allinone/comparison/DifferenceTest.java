package dev.deckmill.allinone.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DifferenceTest {
  @TempDir private Path directory;

  @Test
  void isNoneBetweenEmptyOrEqualPictures() throws IOException {
    Path empty = picture("empty", 0, 0, Color.WHITE);
    Path square = picture("square", 20, 20, Color.BLUE);
    assertThat(Difference.of(empty, empty)).isZero();
    assertThat(Difference.of(square, square)).isZero();
  }

  @Test
  void isAllWhereOneHasNothing() throws IOException {
    Path empty = picture("empty", 0, 0, Color.WHITE);
    Path square = picture("square", 20, 20, Color.BLUE);
    assertThat(Difference.of(square, empty)).isEqualTo(1);
    assertThat(Difference.of(empty, square)).isEqualTo(1);
  }

  @Test
  void overlooksWhatIsDisplacedByAPixelAndColoursThatAreAlmostTheSame() throws IOException {
    Path square = picture("square", 20, 20, Color.BLUE);
    assertThat(Difference.of(square, picture("displaced", 21, 21, Color.BLUE))).isZero();
    assertThat(Difference.of(square, picture("paler", 20, 20, new Color(30, 30, 255)))).isZero();
    assertThat(Difference.of(square, picture("red", 20, 20, Color.RED))).isEqualTo(1);
  }

  @Test
  void isTheShareOfWhatIsDrawn() throws IOException {
    Path square = picture("square", 20, 20, Color.BLUE);
    Path half = picture("half", 20, 30, Color.BLUE);
    // Of 40 × 50 pixels, 40 × 20 are in one alone, less the 16 at corners, near to both colours.
    assertThat(Difference.of(square, half)).isCloseTo(784.0 / 2000, offset(1e-9));
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    Path text = Files.writeString(directory.resolve("a.png"), "no picture");
    assertThatThrownBy(() -> Difference.of(text, text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.png is no picture");
  }

  private Path picture(String name, int x, int y, Color color) throws IOException {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 100, 100);
    graphics.setColor(color);
    graphics.fillRect(x, y, 40, 40);
    graphics.dispose();
    Path file = directory.resolve(name + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
