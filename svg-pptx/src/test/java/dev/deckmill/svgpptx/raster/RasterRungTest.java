package dev.deckmill.svgpptx.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RasterRungTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10' viewBox='0 0 10 10'>"
          + "<filter id='f'><feFancy/></filter>"
          + "<rect width='10' height='10' fill='#ff0000' filter='url(#f)'/></svg>";

  private final List<Finding> findings = new ArrayList<>();

  private BufferedImage drawn(Box region, FilterPrimitive primitive, int times) throws IOException {
    Filter.Step step = new Filter.Step(region, null, false, primitive);
    Filter filter = new Filter(region, Collections.nCopies(times, step));
    PlainDocument document = new PlainDocument(SVG, new Box(0, 0, 10, 10), Map.of("f", filter));
    byte[] png =
        new RasterRung(10_000)
            .file(new Blip.Drawn(document, 100, 100, "e"), findings)
            .orElseThrow()
            .bytes();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void aFilterIsTheOneBesideTheText() throws IOException {
    Box all = new Box(0, 0, 10, 10);
    BufferedImage picture = drawn(all, new FilterPrimitive.Offset(Source.PREVIOUS, 5, 0), 1);
    assertThat(picture.getRGB(40, 50)).isZero();
    assertThat(picture.getRGB(60, 50)).isEqualTo(0xffff0000);
    assertThat(findings).isEmpty();
  }

  @Test
  void filtersThatTakeTooLongAreLeftOut() throws IOException {
    FilterPrimitive blur = new GaussianBlur(Source.PREVIOUS, new PerAxis(1, 1));
    BufferedImage picture = drawn(new Box(-5, -5, 20, 20), blur, 1_000);
    assertThat(picture.getRGB(1, 1)).isEqualTo(0xffff0000);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Finding.Code.APPROXIMATED);
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.elementId()).isEqualTo("e");
            });
  }

  @Test
  void aHugeRegionIsComputedWhereItIsSeen() throws IOException {
    Box huge = new Box(-1e9, -1e9, 2e9, 2e9);
    BufferedImage picture = drawn(huge, new FilterPrimitive.Offset(Source.PREVIOUS, 5, 0), 1);
    assertThat(picture.getRGB(40, 50)).isZero();
    assertThat(picture.getRGB(60, 50)).isEqualTo(0xffff0000);
  }

  @Test
  void aHugeRegionOfWhichAllCountsIsComputedLessFinely() throws IOException {
    Box huge = new Box(-1e3, -1e3, 2e3, 2e3);
    assertThat(drawn(huge, new FilterPrimitive.Tile(Source.PREVIOUS), 1).getWidth()).isEqualTo(100);
    assertThat(findings).isEmpty();
  }
}
