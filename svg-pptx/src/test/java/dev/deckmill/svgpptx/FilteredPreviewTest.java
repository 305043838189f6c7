package dev.deckmill.svgpptx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is seen of filters, masks and clips in a picture; the page is 160 by 90, two pixels each.
 */
class FilteredPreviewTest {
  private static final String WHITE = "ffffff";
  private static final String GREEN = "008000";

  private static void assertSeen(String content, int x, int y, String color) throws Exception {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " viewBox='0 0 160 90'>"
            + content
            + "</svg>";
    byte[] png =
        new SvgToSlide(SlideOptions.defaults())
            .preview(new Page("p.svg", svg.getBytes(UTF_8)), 320);
    int seen = ImageIO.read(new ByteArrayInputStream(png)).getRGB(2 * x, 2 * y);
    int expected = Integer.parseInt(color, 16);
    for (int shift = 0; shift < 24; shift += 8) {
      assertThat(seen >> shift & 0xff)
          .as("%06x at %d, %d of %s", seen & 0xffffff, x, y, content)
          .isCloseTo(expected >> shift & 0xff, within(2));
    }
  }

  private static String filtered(String filter, String primitives, String shape) {
    return "<filter id='f' " + filter + ">" + primitives + "</filter>" + shape;
  }

  private static final String SQUARE =
      "<rect x='40' y='20' width='40' height='40' fill='seagreen' filter='url(#f)'/>";

  @ParameterizedTest
  @CsvSource({
    "stdDeviation=\"2\", 60, 40, 2e8b57",
    "stdDeviation=\"2\", 30, 40, ffffff",
    "stdDeviation=\"1e9\", 60, 40, ffffff",
  })
  void aBlurKeepsTheColour(String deviation, int x, int y, String color) throws Exception {
    assertSeen(filtered("", "<feGaussianBlur " + deviation + "/>", SQUARE), x, y, color);
  }

  @ParameterizedTest
  @CsvSource({"'', ffffff", "<feGaussianBlur/>, 2e8b57"})
  void aFilterWithoutChildrenDrawsNothing(String primitives, String color) throws Exception {
    assertSeen(filtered("", primitives, SQUARE), 60, 40, color);
  }

  @ParameterizedTest
  @CsvSource({"width=\"-1\"", "height=\"0\""})
  void aFilterWithoutARegionDrawsNothing(String region) throws Exception {
    assertSeen(filtered(region, "<feOffset/>", SQUARE), 60, 40, WHITE);
  }

  @ParameterizedTest
  @CsvSource({
    "rotate(90 60 40), 55, 40",
    "scale(-1 1) translate(-120), 60, 45",
    "skewX(10), 65, 40"
  })
  void whatIsTurnedIsFilteredInItsOwnSpace(String transform, int x, int y) throws Exception {
    String turned = SQUARE.replace("fill='seagreen'", "fill='green' transform='" + transform + "'");
    assertSeen(filtered("", "<feOffset dx='3' dy='3'/>", turned), x, y, GREEN);
  }

  @ParameterizedTest
  @CsvSource({"45, 25, 008000", "38, 18, ffffff"})
  void anImageOfAnElementBeginsAtItsSubregion(int x, int y, String color) throws Exception {
    assertSeen(
        "<defs><rect id='e' width='40' height='40' fill='green'/></defs>"
            + filtered("x='0' y='0' width='1' height='1'", "<feImage href='#e'/>", SQUARE),
        x,
        y,
        color);
  }

  @ParameterizedTest
  @CsvSource({"39, 40", "79, 59"})
  void anImageOfWhatIsFilteredIsNoFilter(int x, int y) throws Exception {
    String own = SQUARE.replace("<rect", "<rect id='e'");
    String filter = filtered("", "<feImage href='#e'/>", own);
    assertSeen(filter, x, y, x < 40 ? WHITE : "2e8b57");
  }

  @ParameterizedTest
  @CsvSource({"50, ffffff", "70, 2e8b57"})
  void aFilterTakesOverWhatItLacks(int x, String color) throws Exception {
    assertSeen(
        "<filter id='g' x='.5' width='.5'><feOffset/></filter>"
            + filtered("xlink:href='#g'", "", SQUARE),
        x,
        40,
        color);
  }

  @ParameterizedTest
  @CsvSource({"sRGB, bfdfbf", "linearRGB, e4f1e4"})
  void aMasksLuminanceIsThatOfItsColoursTimesTheirAlpha(String space, String color)
      throws Exception {
    assertSeen(
        "<mask id='m' color-interpolation='"
            + space
            + "'><rect width='160' height='90' fill='#808080' opacity='.5'/></mask>"
            + "<rect width='160' height='90' fill='green' mask='url(#m)'/>",
        60,
        40,
        color);
  }

  @ParameterizedTest
  @CsvSource({"45, ffffff", "60, 008000", "90, ffffff"})
  void aClipOnAPartOfAClipCutsThatPart(int x, String color) throws Exception {
    assertSeen(
        "<clipPath id='b'><rect x='50' width='30' height='90'/></clipPath><clipPath id='a'><rect"
            + " x='40' width='100' height='90' clip-path='url(#b)'/></clipPath><g"
            + " clip-path='url(#a)'><rect width='160' height='90' fill='green'/></g>",
        x,
        40,
        color);
  }

  @ParameterizedTest
  @CsvSource({
    "<clipPath id=\"a\"/>",
    "<clipPath id=\"b\"/><clipPath id=\"a\" clip-path=\"url(#b)\"><rect width=\"160\""
        + " height=\"90\"/></clipPath>"
  })
  void anEmptyClipHidesAll(String clip) throws Exception {
    assertSeen(
        clip + "<rect width='160' height='90' fill='green' clip-path='url(#a)'/>", 60, 40, WHITE);
  }
}
