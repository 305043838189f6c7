package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.Packer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
    assertThat(read.bundle().links()).isEqualTo(SLIDE.bundle().links());
    assertThat(read.bundle().layout()).isEqualTo(Bundle.Layout.BLANK);
    assertThat(read.bundle().notes()).isNotNull();
    assertThat(bytes(read)).isEqualTo(bytes);
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

  private static byte[] bytes(Slide slide) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    slide.writeTo(out);
    return out.toByteArray();
  }

  private static Slide slide() {
    Packer packer = new Packer();
    byte[] xml = "<p:sld/>".getBytes(StandardCharsets.UTF_8);
    byte[] png = {1, 2, 3};
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
            List.of(new Bundle.Media(packer.sha256(png, 3), Blip.Format.PNG, packer.store(png))));
    SlideReport report =
        new SlideReport(
            new SlideReport.Renditions(1, 2, 3),
            new SlideReport.Timings(4, 5, 6, 7),
            List.of(
                new Finding(
                    Finding.Code.RASTERIZED, Finding.Severity.WARNING, null, "It has a filter.")),
            List.of(new ElementDecision("rect", "r1", Rendition.RASTER, List.of("a", "b"), 1234)));
    return new Slide(bundle, report);
  }
}
