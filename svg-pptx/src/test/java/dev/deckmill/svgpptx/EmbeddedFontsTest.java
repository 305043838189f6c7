package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions.Fonts;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.font.OutlineFonts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fonts that pages bring along, in the deck. */
final class EmbeddedFontsTest {
  private static final String TEXT = "<text y='50' font-family='own'>Ae</text>";

  @ParameterizedTest
  @ValueSource(strings = {"ttf", "woff", "woff2"})
  void areInTheDeckUnderTheirOwnName(String format) throws Exception {
    Slide slide = slide(OutlineFonts.rule("own", format) + "", TEXT);
    assertThat(told(slide)).containsExactly("INFO FONT_EMBEDDED");
    byte[] deck = deck(slide);
    assertThat(PptxCheck.problems(deck)).isEmpty();
    Map<String, byte[]> parts = PptxCheck.parts(deck);
    List<String> fonts = fonts(parts);
    assertThat(fonts).hasSize(1);
    assertThat(text(parts, "ppt/presentation.xml"))
        .contains(
            "embedTrueTypeFonts=\"1\"",
            "<p:embeddedFontLst><p:embeddedFont><p:font typeface=\"Deckmill Test\"/>"
                + "<p:regular r:id=\"rId7\"/></p:embeddedFont></p:embeddedFontLst>");
    assertThat(text(parts, "ppt/_rels/presentation.xml.rels"))
        .contains(
            "Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "font\" Target=\""
                + fonts.getFirst().substring("ppt/".length())
                + "\"");
    assertThat(text(parts, "[Content_Types].xml"))
        .contains("Extension=\"fntdata\" ContentType=\"application/x-fontdata\"");
    assertThat(text(parts, "ppt/slides/slide1.xml")).contains("typeface=\"Deckmill Test\"");
    assertThat(ByteBuffer.wrap(parts.get(fonts.getFirst())).getShort(34)).isEqualTo((short) 0x4C50);
  }

  @Test
  void areNotInTheDeckUnlessAskedFor() throws Exception {
    Slide slide =
        new SvgToSlide(SlideOptions.defaults())
            .convert(page(OutlineFonts.rule("own", "woff2"), TEXT));
    assertThat(told(slide)).isEmpty();
    Map<String, byte[]> parts = PptxCheck.parts(deck(slide));
    assertThat(fonts(parts)).isEmpty();
    assertThat(text(parts, "ppt/presentation.xml")).doesNotContain("embed");
    assertThat(text(parts, "[Content_Types].xml")).doesNotContain("fntdata");
  }

  @Test
  void areThereOnceHoweverManySlidesNeedThem() throws Exception {
    Slide slide = slide(OutlineFonts.rule("own", "ttf"), TEXT + "<desc>Noted</desc>");
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    slide.writeTo(bundle);
    byte[] deck = deck(slide, slide, Slide.read(new ByteArrayInputStream(bundle.toByteArray())));
    assertThat(PptxCheck.problems(deck)).isEmpty();
    Map<String, byte[]> parts = PptxCheck.parts(deck);
    assertThat(fonts(parts)).hasSize(1);
    assertThat(text(parts, "ppt/_rels/presentation.xml.rels"))
        .containsOnlyOnce("/relationships/font\"")
        .contains("Id=\"rId10\"");
    assertThat(deck(slide, slide, slide)).isEqualTo(deck);
  }

  @Test
  void keepTheirStyles() throws Exception {
    byte[] regular = OutlineFonts.file("ttf");
    String rules =
        OutlineFonts.rule("own", "", regular)
            + OutlineFonts.rule("own", "font-weight:700;", withSelection(regular, 1 << 5));
    Slide slide = slide(rules, TEXT + "<text y='90' font-family='own' font-weight='700'>A</text>");
    assertThat(told(slide)).containsExactly("INFO FONT_EMBEDDED", "INFO FONT_EMBEDDED");
    Map<String, byte[]> parts = PptxCheck.parts(deck(slide));
    assertThat(fonts(parts)).hasSize(2);
    assertThat(text(parts, "ppt/presentation.xml"))
        .contains("<p:regular r:id=\"rId7\"/><p:bold r:id=\"rId8\"/>");
  }

  @Test
  void areLeftOutWithAWordWhereTheyMayNotBeEmbedded() throws Exception {
    byte[] restricted = changed(OutlineFonts.file("ttf"), 8, (short) 2);
    Slide slide = slide(OutlineFonts.rule("own", "", restricted), TEXT);
    assertThat(told(slide)).containsExactly("WARNING FONT_NOT_EMBEDDED");
    assertThat(slide.report().findings().getFirst().detail()).contains("fsType");
    assertThat(fonts(PptxCheck.parts(deck(slide)))).isEmpty();
  }

  @Test
  void areLeftOutWhereNoTextOfTheSlideNeedsThem() throws Exception {
    String clip = "<clipPath id='c'><text y='50' font-family='own'>A</text></clipPath>";
    Slide slide =
        slide(
            OutlineFonts.rule("own", "ttf"),
            clip + "<rect width='99' height='99' clip-path='url(#c)'/>");
    assertThat(told(slide)).doesNotContain("INFO FONT_EMBEDDED");
    assertThat(fonts(PptxCheck.parts(deck(slide)))).isEmpty();
  }

  private static Slide slide(String rules, String content) throws PageRejected {
    return new SvgToSlide(SlideOptions.defaults().withFonts(Fonts.EMBED))
        .convert(page(rules, content));
  }

  private static Page page(String rules, String content) {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'><style>%s</style>%s</svg>"
            .formatted(rules, content);
    return new Page("page.svg", svg.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> told(Slide slide) {
    return slide.report().findings().stream()
        .filter(finding -> finding.code().name().startsWith("FONT"))
        .map(finding -> finding.severity() + " " + finding.code())
        .toList();
  }

  private static byte[] deck(Slide... slides) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Fonts", SlideSize.WIDE))) {
      for (Slide slide : slides) {
        deck.add(slide);
      }
    }
    return out.toByteArray();
  }

  private static List<String> fonts(Map<String, byte[]> parts) {
    return parts.keySet().stream().filter(name -> name.startsWith("ppt/fonts/")).toList();
  }

  private static String text(Map<String, byte[]> parts, String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  private static byte[] withSelection(byte[] font, int bits) {
    return changed(changed(font, 62, (short) bits), 4, (short) 700);
  }

  /** With another number in its OS/2 table. */
  private static byte[] changed(byte[] font, int offset, short value) {
    ByteBuffer file = ByteBuffer.wrap(font.clone());
    for (int record = 12; ; record += 16) {
      if (file.getInt(record) == 0x4F532F32) {
        return file.putShort(file.getInt(record + 8) + offset, value).array();
      }
    }
  }
}
