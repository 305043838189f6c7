package dev.deckmill.svgpptx.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.dml.Blip;
import dev.deckmill.svgpptx.dml.PlainDocument;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.Rgba;
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

  private static final Box ALL = new Box(0, 0, 10, 10);

  private static Filter filter(Box region, FilterPrimitive primitive, int times) {
    Filter.Step step = new Filter.Step(region, null, false, primitive);
    return new Filter(region, Collections.nCopies(times, step));
  }

  private BufferedImage drawn(String content, Map<String, Filter> filters) throws IOException {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10' viewBox='0 0 10 10'>"
            + content
            + "</svg>";
    byte[] png =
        new RasterRung(10_000)
            .file(new Blip.Drawn(new PlainDocument(svg, ALL, filters), 100, 100, "e"), findings)
            .orElseThrow()
            .bytes();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static final FilterPrimitive BLUR = new GaussianBlur(Source.PREVIOUS, new PerAxis(1, 1));

  @Test
  void aPictureThatIsShownAgainIsDrawnOnce() {
    RasterRung rung = new RasterRung(10_000);
    List<Blip.File> files = new ArrayList<>();
    for (String element : List.of("a", "b")) {
      PlainDocument document = new PlainDocument(SVG, ALL, Map.of("f", filter(ALL, BLUR, 1)));
      files.add(rung.file(new Blip.Drawn(document, 100, 100, element), findings).orElseThrow());
    }
    assertThat(files.get(1)).isSameAs(files.get(0));
  }

  /** Masks are computed with a few roundings. */
  private static void assertNearly(int seen, int wanted) {
    for (int shift = 0; shift < 32; shift += 8) {
      assertThat(seen >>> shift & 0xff).isCloseTo(wanted >>> shift & 0xff, within(2));
    }
  }

  @Test
  void onlyTheFilterThatTakesTooLongIsLeftOut() throws IOException {
    BufferedImage picture =
        drawn(
            "<filter id='slow'/><filter id='fast'/>"
                + "<rect width='4' height='4' fill='#ff0000' filter='url(#slow)'/>"
                + "<rect width='4' height='4' fill='#0000ff' filter='url(#fast)'/>",
            Map.of(
                "slow", filter(ALL, BLUR, 1_000),
                "fast", filter(ALL, new FilterPrimitive.Offset(Source.PREVIOUS, 5, 5), 1)));
    assertThat(picture.getRGB(1, 1)).isEqualTo(0xffff0000);
    assertThat(picture.getRGB(39, 39)).isEqualTo(0xffff0000);
    assertThat(picture.getRGB(60, 60)).isEqualTo(0xff0000ff);
    assertThat(findings)
        .singleElement()
        .extracting(Finding::detail)
        .isEqualTo("Drawn without one filter that would take too long.");
  }

  /** Its content is black: without the filter that makes it white it would hide everything. */
  @Test
  void aMaskIsWhatItIsWhereAFilterIsLeftOut() throws IOException {
    List<Double> alphaToWhite =
        List.of(0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 1., 0.);
    FilterPrimitive white =
        new FilterPrimitive.ColorMatrix(
            Source.PREVIOUS, FilterPrimitive.ColorMatrix.Type.MATRIX, alphaToWhite);
    BufferedImage picture =
        drawn(
            "<filter id='slow'/><filter id='d1-mask'/>"
                + "<mask id='m' maskUnits='userSpaceOnUse' x='0' y='0' width='10' height='10'>"
                + "<g filter='url(#d1-mask)'><rect width='5' height='10'/></g></mask>"
                + "<g mask='url(#m)'>"
                + "<rect width='10' height='10' fill='#ff0000' filter='url(#slow)'/></g>",
            Map.of("slow", filter(ALL, BLUR, 1_000), "d1-mask", filter(ALL, white, 1)));
    assertNearly(picture.getRGB(20, 50), 0xffff0000);
    assertThat(picture.getRGB(80, 50)).isZero();
    assertThat(findings).hasSize(1);
  }

  /** The filter's result is looked at through the mask as pixels of the device. */
  @Test
  void ofAHugeTurnedRegionBehindAMaskWhatIsSeenIsComputed() throws IOException {
    Box huge = new Box(-2e3, -2e3, 4e3, 4e3);
    Filter.Step flood =
        new Filter.Step(huge, null, false, new FilterPrimitive.Flood(new Rgba(0x00ff00, 1)));
    Filter.Step tile =
        new Filter.Step(huge, null, false, new FilterPrimitive.Tile(Source.PREVIOUS));
    BufferedImage picture =
        drawn(
            "<filter id='f'/>"
                + "<mask id='m' maskUnits='userSpaceOnUse' x='-20' y='-20' width='40' height='40'>"
                + "<rect x='-20' y='-20' width='40' height='40' fill='#ffffff'/></mask>"
                + "<g transform='rotate(30)' mask='url(#m)' filter='url(#f)'>"
                + "<rect width='9' height='9' fill='#ff0000'/></g>",
            Map.of("f", new Filter(huge, List.of(flood, tile))));
    assertNearly(picture.getRGB(50, 50), 0xff00ff00);
    assertThat(findings).isEmpty();
  }
}
