package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.xml.XmlBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;

/** What people put into names, titles and text can't break a part. */
class HostileTextTest {
  @Test
  void markupInAPageIsTextInTheSlide() throws Exception {
    String nasty = "&lt;/a:t&gt;&lt;a:br/&gt; ]]&gt; &quot;&apos;&amp;amp; {}";
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='1280' height='720'><title>"
            + nasty
            + "</title><g id='"
            + nasty
            + "'><title>"
            + nasty
            + "</title><desc>"
            + nasty
            + "</desc><text x='10' y='50' font-family='"
            + nasty.replace("&quot;", "")
            + "'>"
            + nasty
            + "</text></g></svg>";
    Slide slide =
        new SvgToSlide(SlideOptions.defaults())
            .convert(new Page(nasty, svg.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck =
        new SlidesToDeck(out, new DeckOptions("</dc:title>\u0000\uffff", slide.size()))) {
      deck.add(slide);
    }
    assertThat(PptxCheck.problems(out.toByteArray())).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()))) {
      XSLFTextShape text = firstText(show.getSlides().get(0).getShapes());
      assertThat(text.getText()).isEqualTo("</a:t><a:br/> ]]> \"'&amp; {}");
    }
  }

  @Test
  void charactersThatXmlCannotHoldAreDropped() {
    XmlBytes xml = new XmlBytes(4);
    xml.text("a\u0000\u0001\u0008\u000b\u001f\ud800b\udc00\ud83d\ude00\ufffe\uffff\u00e9\u4e16c");
    assertThat(new String(xml.toByteArray(), StandardCharsets.UTF_8))
        .isEqualTo("ab\ud83d\ude00\u00e9\u4e16c");
  }

  @Test
  void whiteSpaceInAttributesSurvivesAnXmlReader() {
    XmlBytes xml = new XmlBytes(4);
    xml.text("a\tb\nc\rd");
    assertThat(new String(xml.toByteArray(), StandardCharsets.UTF_8))
        .isEqualTo("a&#9;b&#10;c&#13;d");
  }

  @Test
  void numbersOfAnySizeAreWrittenInFull() {
    for (long n : new long[] {0, 7, -7, 10, 99, 100, 914_400, -51_206_400, Long.MAX_VALUE}) {
      XmlBytes xml = new XmlBytes(1);
      assertThat(new String(xml.number(n).toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo(Long.toString(n));
    }
  }

  private static XSLFTextShape firstText(
      java.util.List<? extends org.apache.poi.xslf.usermodel.XSLFShape> shapes) {
    for (var shape : shapes) {
      if (shape instanceof XSLFTextShape text) {
        return text;
      }
      if (shape instanceof org.apache.poi.xslf.usermodel.XSLFGroupShape group) {
        return firstText(group.getShapes());
      }
    }
    throw new AssertionError("no text on the slide");
  }
}
