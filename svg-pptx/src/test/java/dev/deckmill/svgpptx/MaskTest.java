package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a mask lets through, seen in the picture that comes out (CSS Masking 1 §7.10.1). */
class MaskTest {
  @ParameterizedTest
  @CsvSource({
    "sRGB, #808080, 1, 128",
    "sRGB, #ffffff, 0.5, 128",
    "sRGB, #808080, 0.5, 64",
    "sRGB, #ff0000, 1, 54",
    "linearRGB, #808080, 1, 55",
  })
  void luminanceIsTakenInTheMasksColourSpace(
      String space, String color, double opacity, int expectedAlpha) throws Exception {
    BufferedImage picture = pictureOf(page(space, color, opacity, "<text>a</text>"));
    int pixel = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
    assertThat(pixel >>> 24).isCloseTo(expectedAlpha, within(2));
    String shape = slideOf(page(space, color, opacity, ""));
    double computed = Double.parseDouble(shape.replaceAll("(?s).*<a:alpha val=\"(\\d+).*", "$1"));
    assertThat(computed / 100_000 * 255).isCloseTo(expectedAlpha, within(1.0));
  }

  /** A mask of nothing but shapes is computed, one with text drawn. */
  private static String page(String space, String color, double opacity, String text) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">
          <mask id="m" color-interpolation="%s">
            %s<rect width="160" height="90" fill="%s" fill-opacity="%s"/>
          </mask>
          <rect width="160" height="90" fill="green" mask="url(#m)"/>
        </svg>
        """
        .formatted(space, text, color, opacity);
  }

  private static String slideOf(String svg) throws Exception {
    byte[] slide = PptxCheck.parts(deckOf(svg)).get("ppt/slides/slide1.xml");
    return new String(Objects.requireNonNull(slide), StandardCharsets.UTF_8);
  }

  private static BufferedImage pictureOf(String svg) throws Exception {
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deckOf(svg)))) {
      byte[] png = show.getPictureData().get(0).getData();
      return ImageIO.read(new ByteArrayInputStream(png));
    }
  }

  private static byte[] deckOf(String svg) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Mask", SlideSize.WIDE))) {
      Page page = new Page("mask.svg", svg.getBytes(StandardCharsets.UTF_8));
      deck.add(new SvgToSlide(SlideOptions.defaults()).convert(page));
    }
    return out.toByteArray();
  }
}
