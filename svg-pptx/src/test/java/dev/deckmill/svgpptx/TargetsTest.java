package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions.Limits;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each target and each text profile makes of a page that was drawn for it. */
class TargetsTest {
  private static final String MASKED =
      "<mask id='m'><rect width='100' height='50' fill='white'/><text>a</text></mask>"
          + "<rect width='100' height='100' mask='url(#m)' fill='red'/>";
  private static final String GLOWING =
      "<filter id='f'><feGaussianBlur stdDeviation='3' result='b'/><feOffset dy='3' result='o'/>"
          + "<feMerge><feMergeNode in='o'/><feMergeNode in='b'/>"
          + "<feMergeNode in='SourceGraphic'/></feMerge></filter>"
          + "<rect x='20' y='20' width='50' height='50' fill='red' filter='url(#f)'/>";
  private static final String CUT_TEXT =
      "<clipPath id='c'><rect width='100' height='26'/></clipPath>"
          + "<text y='25' font-size='20' clip-path='url(#c)'>Cut</text>";
  private static final String FADED_FRAME =
      "<rect x='20' y='20' width='60' height='60' opacity='.5' fill='red' stroke='blue'"
          + " stroke-width='20'/>";

  private static Slide slide(String content, Target target, TextProfile profile) throws Exception {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>" + content + "</svg>";
    return new SvgToSlide(new SlideOptions(SlideSize.WIDE, target, profile, Limits.DEFAULT))
        .convert(new Page("page", svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, byte[]> parts(Slide slide) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Deck", slide.size()))) {
      deck.add(slide);
    }
    return PptxCheck.parts(out.toByteArray());
  }

  private static String xml(Slide slide) throws Exception {
    return new String(
        Objects.requireNonNull(parts(slide).get("ppt/slides/slide1.xml")), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "mask, SPEED, 0",
    "mask, BALANCED, 1",
    "mask, QUALITY, 1",
    "mask, COMPATIBILITY, 1",
    "cut text, SPEED, 0",
    "cut text, BALANCED, 0",
    "cut text, QUALITY, 1",
    "cut text, COMPATIBILITY, 0",
    "faded frame, SPEED, 0",
    "faded frame, BALANCED, 0",
    "faded frame, QUALITY, 1",
    "faded frame, COMPATIBILITY, 0",
    "glow, SPEED, 0",
    "glow, BALANCED, 0",
    "glow, QUALITY, 0",
    "glow, COMPATIBILITY, 1"
  })
  void aTargetSaysWhatBecomesAPicture(String page, Target target, int pictures) throws Exception {
    String content =
        Map.of(
                "mask", MASKED,
                "cut text", CUT_TEXT,
                "faded frame", FADED_FRAME,
                "glow", GLOWING)
            .get(page);
    Slide slide = slide(Objects.requireNonNull(content), target, TextProfile.POWERPOINT);
    assertThat(xml(slide).split("<p:pic>", -1)).hasSize(1 + pictures);
    assertThat(slide.report().renditions().rasterElements()).isEqualTo(pictures);
  }

  /** Compatibility keeps text that another program may show without its glow. */
  @Test
  void glowingTextStaysText() throws Exception {
    String text = GLOWING.replaceAll("<rect[^>]*/>", "<text y='50' filter='url(#f)'>Glow</text>");
    assertThat(xml(slide(text, Target.COMPATIBILITY, TextProfile.POWERPOINT)))
        .contains("<a:t>Glow</a:t>")
        .doesNotContain("<p:pic>");
  }

  /** In a colour of its pattern, where no picture may be drawn. */
  @Test
  void whatAPatternPaintsIsSeenWhateverTheTarget() throws Exception {
    String text =
        "<pattern id='p' width='.1' height='.1'><rect width='5' height='9' fill='#123456'/>"
            + "</pattern><text y='50' fill='url(#p)'>Tiled</text>";
    assertThat(xml(slide(text, Target.SPEED, TextProfile.POWERPOINT)))
        .containsPattern("<a:solidFill><a:srgbClr val=\"123456\"/></a:solidFill>.*Tiled");
    assertThat(xml(slide(text, Target.BALANCED, TextProfile.POWERPOINT))).contains("<p:pic>");
  }

  @Test
  void picturesAreAsFineAsTheTargetAsks() throws Exception {
    Map<Target, Integer> widths = new EnumMap<>(Target.class);
    String cut =
        MASKED.replace("mask=", "clip-path='url(#c)' x-mask=")
            + "<clipPath id='c'><text font-size='90' y='90'>X</text></clipPath>";
    for (Target target : Target.values()) {
      for (Map.Entry<String, byte[]> part :
          parts(slide(cut, target, TextProfile.POWERPOINT)).entrySet()) {
        if (part.getKey().startsWith("ppt/media/")) {
          widths.put(target, ImageIO.read(new ByteArrayInputStream(part.getValue())).getWidth());
        }
      }
    }
    int speed = Objects.requireNonNull(widths.get(Target.SPEED));
    assertThat(widths.get(Target.BALANCED)).isBetween(2 * speed - 2, 2 * speed + 2);
    assertThat(widths.get(Target.COMPATIBILITY)).isEqualTo(widths.get(Target.BALANCED));
    assertThat(widths.get(Target.QUALITY)).isBetween(3 * speed - 3, 3 * speed + 3);
  }

  /** The same baseline on the page is another top of the box for each way of laying out lines. */
  @Test
  void aTextProfilePlacesItsOwnBoxes() throws Exception {
    String text = "<text x='10' y='50' font-family='Verdana' font-size='20'>Line</text>";
    Map<TextProfile, Long> tops = new EnumMap<>(TextProfile.class);
    for (TextProfile profile : TextProfile.values()) {
      Matcher off =
          Pattern.compile("<p:sp>.*?<a:off x=\"-?\\d+\" y=\"(-?\\d+)\"")
              .matcher(xml(slide(text, Target.BALANCED, profile)));
      assertThat(off.find()).isTrue();
      tops.put(profile, Long.parseLong(off.group(1)));
    }
    assertThat(tops.get(TextProfile.WPS)).isEqualTo(tops.get(TextProfile.POWERPOINT));
    assertThat(tops.get(TextProfile.GOOGLE_SLIDES)).isNotEqualTo(tops.get(TextProfile.POWERPOINT));
    assertThat(tops.get(TextProfile.LIBREOFFICE))
        .isNotEqualTo(tops.get(TextProfile.POWERPOINT))
        .isNotEqualTo(tops.get(TextProfile.GOOGLE_SLIDES));
  }
}
