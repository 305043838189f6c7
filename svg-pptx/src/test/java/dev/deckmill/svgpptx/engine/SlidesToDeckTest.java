package dev.deckmill.svgpptx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.svgpptx.PptxCheck;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.Packer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;

class SlidesToDeckTest {
  private static final DeckOptions OPTIONS =
      new DeckOptions("Quarter \"1\" & <2> ]]>\u0001\ud800", SlideSize.WIDE);

  @Test
  void everyPartIsValidAndPoiReadsTheSlides() throws IOException {
    byte[] deck = deck(3);
    assertThat(PptxCheck.problems(deck)).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deck))) {
      assertThat(show.getSlides())
          .extracting(slide -> slide.getTitle())
          .containsExactly(
              "Page 1 could not be converted",
              "Page 2 could not be converted",
              "Page 3 could not be converted");
      assertThat(show.getPageSize().getWidth()).isEqualTo(960);
      assertThat(show.getProperties().getCoreProperties().getTitle())
          .isEqualTo("Quarter \"1\" & <2> ]]>");
    }
  }

  @Test
  void theCheckFindsASlideWhoseChildrenStandInTheWrongOrder() throws IOException {
    byte[] slide = slidePart(deck(1));
    assertThat(PptxCheck.slideProblems(slide)).isEmpty();
    String xml = new String(slide, StandardCharsets.UTF_8);
    String broken = xml.replaceFirst("(<a:prstGeom.*?</a:prstGeom>)(<a:noFill/>)", "$2$1");
    assertThat(broken).isNotEqualTo(xml);
    assertThat(PptxCheck.slideProblems(broken.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  @Test
  void sameSlidesGiveTheSameBytes() throws IOException {
    assertThat(deck(5)).isEqualTo(deck(5));
  }

  @Test
  void aDeckWithoutSlidesIsADeck() throws IOException {
    byte[] deck = deck(0);
    assertThat(PptxCheck.problems(deck)).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deck))) {
      assertThat(show.getSlides()).isEmpty();
    }
  }

  @Test
  void contentsAreCountedForReal() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SlidesToDeck.Contents contents;
    try (SlidesToDeck deck = new SlidesToDeck(out, OPTIONS)) {
      deck.add(pictureSlide());
      deck.add(pictureSlide());
      deck.add(placeholder(3));
      contents = deck.finish();
    }
    Map<String, byte[]> parts = PptxCheck.parts(out.toByteArray());
    assertThat(contents.slides()).isEqualTo(3);
    assertThat(contents.mediaFiles()).isEqualTo(1);
    assertThat(parts.keySet().stream().filter(p -> p.startsWith("ppt/media/"))).hasSize(1);
    assertThat(contents.parts()).isEqualTo(parts.size());
    assertThat(contents.uncompressedBytes())
        .isEqualTo(parts.values().stream().mapToLong(b -> b.length).sum());
    long relationships =
        parts.entrySet().stream()
            .filter(p -> p.getKey().endsWith(".rels"))
            .mapToLong(p -> count(p.getValue(), "<Relationship "))
            .sum();
    assertThat(contents.relationships()).isEqualTo(relationships);
    byte[] types = parts.get("[Content_Types].xml");
    assertThat(contents.contentTypes())
        .isEqualTo(count(types, "<Default ") + count(types, "<Override "));
  }

  @Test
  void aSlideOfAnotherSizeIsRefused() throws IOException {
    try (SlidesToDeck deck = new SlidesToDeck(OutputStream.nullOutputStream(), OPTIONS)) {
      Slide other = Slide.placeholder(1, "a", "B", "c", SlideSize.STANDARD);
      assertThatThrownBy(() -> deck.add(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aDeckThatFailedInTheMiddleIsNotClosedAsIfItWereWhole() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            if (out.size() > 20_000) {
              throw new IOException("disk full");
            }
            out.write(b);
          }
        };
    assertThatThrownBy(
            () -> {
              try (SlidesToDeck deck = new SlidesToDeck(full, OPTIONS)) {
                for (int page = 1; page < 100; page++) {
                  deck.add(placeholder(page));
                }
              }
            })
        .hasMessage("disk full");
    assertThat(count(out.toByteArray(), "PK\5\6")).isZero();
  }

  @Test
  void aThousandSlidesStandInTheirOrder() throws IOException {
    Map<String, byte[]> parts = PptxCheck.parts(deck(1_000));
    for (int page : new int[] {1, 499, 1_000}) {
      assertThat(
              new String(
                  Objects.requireNonNull(parts.get("ppt/slides/slide" + page + ".xml")),
                  StandardCharsets.UTF_8))
          .contains("Page " + page + " could not");
    }
    String presentation = new String(parts.get("ppt/presentation.xml"), StandardCharsets.UTF_8);
    assertThat(presentation).contains("<p:sldId id=\"1255\" r:id=\"rId1002\"/></p:sldIdLst>");
  }

  private static byte[] deck(int slides) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, OPTIONS)) {
      for (int page = 1; page <= slides; page++) {
        deck.add(placeholder(page));
      }
    }
    return out.toByteArray();
  }

  private static byte[] slidePart(byte[] deck) throws IOException {
    return Objects.requireNonNull(PptxCheck.parts(deck).get("ppt/slides/slide1.xml"));
  }

  private static Slide placeholder(int page) {
    return Slide.placeholder(
        page, "p" + page + ".svg", "XML_MALFORMED", "Line 3: <b> ]]> \u0007\udc00", SlideSize.WIDE);
  }

  private static Slide pictureSlide() {
    Packer packer = new Packer();
    byte[] xml = "<p:sld/>".getBytes(StandardCharsets.UTF_8);
    byte[] png = {1, 2, 3};
    Bundle bundle =
        new Bundle(
            SlideSize.WIDE,
            null,
            packer.sha256(xml, xml.length),
            Bundle.Layout.BLANK,
            packer.deflate(xml),
            null,
            List.of(
                new Bundle.Link.Picture(0), new Bundle.Link.Hyperlink("https://example.org/?a&b")),
            List.of(new Bundle.Media(packer.sha256(png, 3), Blip.Format.PNG, packer.store(png))),
            List.of());
    return new BundledSlide(bundle, placeholder(1).report());
  }

  private static int count(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).split(text, -1).length - 1;
  }
}
