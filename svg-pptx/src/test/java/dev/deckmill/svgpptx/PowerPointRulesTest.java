package dev.deckmill.svgpptx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of {@link PowerPointRules} finds the fault that it is about. */
class PowerPointRulesTest {
  private static final String PAGE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><desc>Notes</desc>
        <linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient>
        <filter id="s"><feDropShadow dx="1" dy="1" stdDeviation="1"/></filter>
        <path d="M10 10L50 20L30 60z" fill="url(#g)" fill-opacity=".5" filter="url(#s)"/>
        <path d="M10 80H90" stroke="red" stroke-width="2" stroke-dasharray="6 4"/>
        <g id="words"><text x="60" y="40" letter-spacing="1">Words</text><rect width="9" height="9"/></g>
        <image width="20" height="20" x="100" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>
      </svg>
      """;

  private static Map<String, byte[]> parts() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Rules", SlideSize.WIDE))) {
      Page page = new Page("rules.svg", PAGE.getBytes(StandardCharsets.UTF_8));
      deck.add(new SvgToSlide(SlideOptions.defaults()).convert(page));
    }
    return new LinkedHashMap<>(PptxCheck.parts(out.toByteArray()));
  }

  @Test
  void aDeckKeepsThemAll() throws Exception {
    assertThat(PowerPointRules.problems(parts())).isEmpty();
  }

  /** {@code was} is a regular expression; its first match is replaced. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ppt/slides/slide1.xml | id=\"3\" | id=\"2\" | an id that another shape has",
        "ppt/slides/slide1.xml | name=\"words\" | name=\" \" | a shape without a name",
        "ppt/slides/slide1.xml | <a:ext cx=\"\\d+ | <a:ext cx=\"-5 | a size below 0",
        "ppt/slides/slide1.xml | <a:ext cx=\"\\d+(\" cy=\"\\d+\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>) | <a:ext cx=\"0$1 | a picture of no size",
        "ppt/slides/slide1.xml | <a:ln><a:noFill/></a:ln> | <a:ln/> | an empty line",
        "ppt/slides/slide1.xml | <a:p>.*?</a:p> | '' | a text without paragraph",
        "ppt/slides/slide1.xml | <a:gs pos=\"0\">.*?</a:gs> | '' | a gradient of one stop",
        "ppt/slides/slide1.xml | <a:gs pos=\"100000\"> | <a:gs pos=\"-1\"> | stops out of order",
        "ppt/slides/slide1.xml | <a:path w=\"\\d+ | <a:path w=\"0 | a path in a space of no size",
        "ppt/slides/slide1.xml | <a:moveTo>.*?</a:moveTo> | '' | a path without beginning",
        "ppt/slides/slide1.xml | <a:stretch>.*?</a:stretch> | <a:tile sx=\"1\"/> | a tile without measures",
        "ppt/slides/slide1.xml | <a:stretch>.*?</a:stretch> | <a:tile tx=\"0\" ty=\"0\" sx=\"0\" sy=\"1\"/> | a tile of no size",
        "ppt/slides/slide1.xml | <a:ds[^>]*> | '' | dashes without a dash",
        "ppt/slides/slide1.xml | <a:pt x=\"\\d+ | <a:pt x=\"NaN | pt@x is no number",
        "ppt/slides/slide1.xml | <a:off x=\"\\d+ | <a:off x=\"99999999999999 | off@x is out of range",
        "ppt/slides/slide1.xml | <a:alpha val=\"\\d+ | <a:alpha val=\"100001 | alpha@val is out of range",
        "ppt/slides/slide1.xml | <a:ln w=\"\\d+ | <a:ln w=\"20116801 | ln@w is out of range",
        "ppt/slides/slide1.xml | <a:rPr  | '<a:rPr p14:x=\"1\" xmlns:p14=\"urn:p14\" ' | a namespace that is not ignorable: p14:x",
        "ppt/slides/slide1.xml | r:embed=\"rId\\d+ | r:embed=\"rId99 | a link that leads nowhere",
        "ppt/slides/_rels/slide1.xml.rels | \"rId2\" | \"rId1\" | two relationships with one id",
        "ppt/slides/_rels/slide1.xml.rels | slideLayout\\d | slideLayout99 | a target that is missing",
        "ppt/theme/theme1.xml | <a:effectStyle>.*?</a:effectStyle> | '' | a theme with too few in effectStyleLst",
        "[Content_Types].xml | <Override PartName=\"/ppt/slides/slide1.xml\"[^>]*> | '' | a part without a type: ppt/slides/slide1.xml",
        "[Content_Types].xml | /ppt/slides/slide1.xml | /ppt/slides/slide9.xml | a type of no part: ppt/slides/slide9.xml",
      })
  void eachFindsItsFault(String part, String was, String is, String problem) throws Exception {
    Map<String, byte[]> parts = parts();
    String whole = new String(requireNonNull(parts.get(part)), StandardCharsets.UTF_8);
    String faulty = whole.replaceFirst(was, is == null ? "" : is);
    assertThat(faulty).isNotEqualTo(whole);
    parts.put(part, faulty.getBytes(StandardCharsets.UTF_8));
    assertThat(PowerPointRules.problems(parts)).contains(part + ": " + problem);
  }

  @Test
  void theyFindAnImageThatIsNotWhatItsNameSays() throws Exception {
    Map<String, byte[]> parts = parts();
    String image =
        parts.keySet().stream().filter(n -> n.startsWith("ppt/media/")).findFirst().orElseThrow();
    parts.put(image, new byte[] {'<', 's', 'v', 'g'});
    assertThat(PowerPointRules.problems(parts)).contains(image + ": an image that is no png");
  }
}
