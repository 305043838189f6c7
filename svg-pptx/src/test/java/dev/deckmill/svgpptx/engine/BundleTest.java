package dev.deckmill.svgpptx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.Packer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final Slide SLIDE = slide();

  @Test
  void comesBackAsItWas() throws IOException {
    byte[] bytes = bytes(SLIDE);
    Slide read = Slide.read(new ByteArrayInputStream(bytes));
    assertThat(read.report()).isEqualTo(SLIDE.report());
    assertThat(read.title()).isEqualTo("Umsätze 収益");
    assertThat(read.sha256()).isEqualTo(SLIDE.sha256());
    assertThat(bundle(read).links()).isEqualTo(bundle(SLIDE).links());
    assertThat(bundle(read).layout()).isEqualTo(Bundle.Layout.BLANK);
    assertThat(bundle(read).notes()).isNotNull();
    assertThat(bytes(read)).isEqualTo(bytes);
  }

  @Test
  void bringsItsFontsAndIsOfTheVersionBeforeThemWhereItHasNone() throws IOException {
    Packer packer = new Packer();
    byte[] file = {4, 5, 6, 7};
    List<Bundle.Font> fonts =
        List.of(
            new Bundle.Font("Inter", true, false, packer.sha256(file, 4), packer.store(file)),
            new Bundle.Font("Säge", false, true, packer.sha256(file, 3), packer.deflate(file)));
    byte[] bytes = bytes(slide(new byte[] {1, 2, 3}, fonts));
    Slide read = Slide.read(new ByteArrayInputStream(bytes));
    assertThat(bundle(read).fonts())
        .extracting(Bundle.Font::typeface, Bundle.Font::bold, Bundle.Font::italic)
        .containsExactly(tuple("Inter", true, false), tuple("Säge", false, true));
    assertThat(bytes(read)).isEqualTo(bytes);
    assertThat(bytes[7]).isEqualTo((byte) 3);
    assertThat(bytes(SLIDE)[7]).isEqualTo((byte) 2);
    assertThat(bundle(SLIDE).fonts()).isEmpty();
  }

  @Test
  void comesBackThoughItIsLargeAndArrivesInDribbles() throws IOException {
    byte[] picture = new byte[100_000];
    new Random(1).nextBytes(picture);
    Slide large = slide(picture);
    byte[] bytes = bytes(large);
    assertThat(bytes(Slide.read(inDribbles(bytes)))).isEqualTo(bytes);
    bytes[bytes.length / 2] ^= 1;
    assertThatThrownBy(() -> Slide.read(new ByteArrayInputStream(bytes)))
        .hasMessageContaining("checksum");
  }

  @Test
  void goesIntoADeckWithoutItsReportAsItDoesWithIt() throws IOException {
    byte[] picture = new byte[100_000];
    new Random(2).nextBytes(picture);
    byte[] bytes = bytes(slide(picture));
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    DeckOptions options = new DeckOptions("Deck", SlideSize.STANDARD);
    try (SlidesToDeck deck = new SlidesToDeck(one, options)) {
      deck.add(Slide.read(new ByteArrayInputStream(bytes)));
      deck.add(Slide.read(new ByteArrayInputStream(bytes(SLIDE))));
    }
    try (SlidesToDeck deck = new SlidesToDeck(other, options)) {
      deck.add(inDribbles(bytes));
      deck.add(new ByteArrayInputStream(bytes(SLIDE)));
    }
    assertThat(other.toByteArray()).isEqualTo(one.toByteArray());
  }

  @Test
  void doesNotGoIntoADeckCutShortOrDamaged() throws IOException {
    byte[] bytes = bytes(SLIDE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Deck", SlideSize.STANDARD))) {
      for (int i = 0; i < bytes.length; i++) {
        byte[] part = Arrays.copyOf(bytes, i);
        byte[] damaged = bytes.clone();
        damaged[i] ^= 0x10;
        assertThatThrownBy(() -> deck.add(new ByteArrayInputStream(part)))
            .as("first %d bytes", i)
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> deck.add(new ByteArrayInputStream(damaged)))
            .as("byte %d", i)
            .isInstanceOf(IOException.class);
      }
      deck.add(new ByteArrayInputStream(bytes));
      assertThat(deck.finish().slides()).isEqualTo(1);
    }
  }

  @Test
  void isRefusedWhereverItIsCutShort() throws IOException {
    byte[] bytes = bytes(SLIDE);
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Slide.read(new ByteArrayInputStream(part)))
          .as("first %d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void isRefusedWhereverABitHasChanged() throws IOException {
    byte[] bytes = bytes(SLIDE);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> Slide.read(new ByteArrayInputStream(damaged)))
          .as("byte %d", i)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void ofAnotherVersionIsRefusedByName() throws IOException {
    byte[] bytes = bytes(SLIDE);
    bytes[7] = 99;
    assertThatThrownBy(() -> Slide.read(new ByteArrayInputStream(bytes)))
        .hasMessageContaining("version 99");
  }

  private static InputStream inDribbles(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] buffer, int offset, int wanted) {
        return super.read(buffer, offset, Math.min(wanted, 7));
      }
    };
  }

  private static byte[] bytes(Slide slide) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    slide.writeTo(out);
    return out.toByteArray();
  }

  private static Bundle bundle(Slide slide) {
    return ((BundledSlide) slide).bundle();
  }

  private static Slide slide() {
    return slide(new byte[] {1, 2, 3});
  }

  private static Slide slide(byte[] png) {
    return slide(png, List.of());
  }

  private static Slide slide(byte[] png, List<Bundle.Font> fonts) {
    Packer packer = new Packer();
    byte[] xml = "<p:sld/>".getBytes(StandardCharsets.UTF_8);
    Bundle bundle =
        new Bundle(
            SlideSize.STANDARD,
            "Umsätze 収益",
            packer.sha256(xml, xml.length),
            Bundle.Layout.BLANK,
            packer.deflate(xml),
            packer.deflate("<p:notes/>".getBytes(StandardCharsets.UTF_8)),
            List.of(
                new Bundle.Link.Hyperlink("https://example.org/?a=1&b=2"),
                new Bundle.Link.Picture(0)),
            List.of(new Bundle.Media(packer.sha256(png, 3), Blip.Format.PNG, packer.store(png))),
            fonts);
    SlideReport report =
        new SlideReport(
            new SlideReport.Renditions(1, 2, 3),
            new SlideReport.Timings(4, 5, 6, 7),
            List.of(
                new Finding(
                    Finding.Code.RASTERIZED, Finding.Severity.WARNING, null, "It has a filter.")),
            List.of(new ElementDecision("rect", "r1", Rendition.RASTER, List.of("a", "b"), 1234)));
    return new BundledSlide(bundle, report);
  }
}
