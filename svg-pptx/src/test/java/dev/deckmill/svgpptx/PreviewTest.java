package dev.deckmill.svgpptx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PreviewTest {
  private static final int WHITE = 0xFFFFFFFF;
  private static final int RED = 0xFFFF0000;

  private final SvgToSlide engine = new SvgToSlide(SlideOptions.defaults());

  @Test
  void isThePageOnAWhiteSlideInTheMiddle() throws Exception {
    BufferedImage picture =
        picture(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>rect{fill:red}"
                + "</style><rect width='9' height='9'/></svg>",
            320);

    assertThat(picture.getWidth()).isEqualTo(320);
    assertThat(picture.getHeight()).isEqualTo(180);
    assertThat(picture.getRGB(160, 90)).isEqualTo(RED);
    assertThat(picture.getRGB(75, 5)).isEqualTo(RED);
    assertThat(picture.getRGB(65, 5)).isEqualTo(WHITE);
    assertThat(picture.getRGB(250, 175)).isEqualTo(WHITE);
    assertThat(picture.getRGB(245, 175)).isEqualTo(RED);
  }

  @Test
  void showsTextAndShapesOfARealPage() throws Exception {
    byte[] svg = Files.readAllBytes(Path.of("../examples/02-kpis.svg"));
    BufferedImage picture = image(engine.preview(new Page("kpis", svg), 640));
    assertThat(picture.getHeight()).isEqualTo(360);
    assertThat(IntStream.range(0, 640).map(x -> picture.getRGB(x, 180)).distinct())
        .hasSizeGreaterThan(3);
  }

  /** Java's fonts are bold from 700 on, browsers' and slides' from 600. */
  @Test
  void isBoldWhereTheSlideIs() throws Exception {
    assertThat(ink("600")).isEqualTo(ink("bold")).isGreaterThan(ink("500") * 11 / 10);
    assertThat(ink("500")).isEqualTo(ink("normal"));
  }

  private long ink(String weight) throws Exception {
    BufferedImage picture =
        picture(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'><text x='4' y='50'"
                + " font-size='24' font-family='sans-serif' font-weight='"
                + weight
                + "'>Hamburg</text></svg>",
            320);
    return IntStream.range(0, 320 * 180)
        .filter(i -> (picture.getRGB(i % 320, i / 320) & 0xff) < 0x80)
        .count();
  }

  @Test
  void isRejectedAsThePageIs() {
    assertThatThrownBy(() -> picture("<svg", 320)).isInstanceOf(PageRejected.class);
  }

  @Test
  void isNoLargerThanWhatMayBeDrawn() {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>";
    assertThatThrownBy(() -> picture(svg, 30_000))
        .isInstanceOfSatisfying(
            PageRejected.class,
            e -> assertThat(e.code()).isEqualTo(PageRejected.Code.LIMIT_RENDER));
  }

  private BufferedImage picture(String svg, int width) throws PageRejected, IOException {
    return image(engine.preview(new Page("p.svg", svg.getBytes(UTF_8)), width));
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
