package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.junit.jupiter.api.Test;

class SvgToSlideTest {
  private static final String PAGE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">
        <title>Report &amp; more</title>
        <rect width="1280" height="720" fill="#102030"/>
        <rect id="card" x="100" y="100" width="200" height="100" rx="10" fill="red"/>
        <text x="100" y="300" font-family="Arial" font-size="24">Hello 世界</text>
        <filter id="f"><feTurbulence baseFrequency="0.1"/></filter>
        <rect id="noise" x="500" y="100" width="50" height="50" filter="url(#f)"/>
      </svg>
      """;

  @Test
  void aPageBecomesShapesTextAndOnePicture() throws Exception {
    Slide slide = convert(PAGE);
    assertThat(slide.title()).isEqualTo("Report & more");
    byte[] deck = deck(slide);
    assertThat(PptxCheck.problems(deck)).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deck))) {
      var shapes = show.getSlides().get(0).getShapes();
      assertThat(shapes).hasSize(3);
      assertThat(shapes.get(0)).isInstanceOf(XSLFAutoShape.class);
      assertThat(shapes.get(0).getShapeName()).isEqualTo("card");
      assertThat(((org.apache.poi.xslf.usermodel.XSLFTextShape) shapes.get(1)).getText())
          .isEqualTo("Hello 世界");
      assertThat(shapes.get(2)).isInstanceOf(XSLFPictureShape.class);
    }
  }

  @Test
  void theReportCountsRenditionsAndTellsWhatBecameAPicture() throws Exception {
    SlideReport report = convert(PAGE).report();
    assertThat(report.renditions()).isEqualTo(new SlideReport.Renditions(2, 0, 1));
    assertThat(report.findings())
        .anySatisfy(
            f -> {
              assertThat(f.code()).isEqualTo(Finding.Code.RASTERIZED);
              assertThat(f.elementId()).isEqualTo("noise");
            });
    assertThat(report.elements().get(0).rendition()).isEqualTo(SlideReport.Rendition.RASTER);
    assertThat(report.elements()).allSatisfy(e -> assertThat(e.bytes()).isPositive());
    assertThat(report.degraded()).isTrue();
  }

  @Test
  void theObserverSeesTheFourStagesInTheirOrder() throws Exception {
    List<StageObserver.Stage> seen = new ArrayList<>();
    StageObserver observer =
        new StageObserver() {
          @Override
          public <T> T in(Stage stage, Work<T> work) throws PageRejected {
            seen.add(stage);
            return work.run();
          }
        };
    new SvgToSlide(SlideOptions.defaults(), observer).convert(page(PAGE));
    assertThat(seen).containsExactly(StageObserver.Stage.values());
  }

  @Test
  void samePageGivesTheSameSlideAgainAndInAnotherEngine() throws Exception {
    SvgToSlide engine = new SvgToSlide(SlideOptions.defaults());
    assertThat(engine.convert(page(PAGE)).sha256())
        .isEqualTo(engine.convert(page(PAGE)).sha256())
        .isEqualTo(convert(PAGE).sha256());
  }

  @Test
  void whatIsNoXmlIsRejectedWithItsCode() {
    assertThatThrownBy(() -> convert("{}"))
        .isInstanceOfSatisfying(
            PageRejected.class,
            e -> assertThat(e.code()).isEqualTo(PageRejected.Code.XML_MALFORMED));
  }

  @Test
  void aPageOfItsOwnShapeGetsASlideOfThatShape() throws Exception {
    SlideOptions defaults = SlideOptions.defaults();
    SvgToSlide engine =
        new SvgToSlide(
            new SlideOptions(null, defaults.target(), defaults.textProfile(), defaults.limits()));
    String square = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'/>";
    assertThat(engine.convert(page(square)).size())
        .isEqualTo(new SlideSize(12_192_000, 12_192_000));
    String thread = "<svg xmlns='http://www.w3.org/2000/svg' width='5000' height='1'/>";
    assertThat(engine.convert(page(thread)).size()).isEqualTo(new SlideSize(51_206_400, 914_400));
  }

  private static Slide convert(String svg) throws PageRejected {
    return new SvgToSlide(SlideOptions.defaults()).convert(page(svg));
  }

  private static Page page(String svg) {
    return new Page("page.svg", svg.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] deck(Slide slide) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Deck", slide.size()))) {
      deck.add(slide);
    }
    return out.toByteArray();
  }
}
