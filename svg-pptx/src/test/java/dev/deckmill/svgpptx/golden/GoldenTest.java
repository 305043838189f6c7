package dev.deckmill.svgpptx.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.PowerPointRules;
import dev.deckmill.svgpptx.PptxCheck;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code golden/<spec chapter>/<feature>/<case>.svg} and, beside it, what is expected of it: see
 * {@link GoldenCase}. The SVG's {@code title} is the claim. {@code -Dgolden.rewrite=true} writes
 * the expectations anew; an empty file is enough for one of another profile.
 */
class GoldenTest {
  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return GoldenCase.all().stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden)));
  }

  @Test
  void eachCaseMakesAClaimOfItsOwn() throws Exception {
    List<String> claims = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.byDefault()) {
      claims.add(
          Objects.requireNonNull(golden.slide().title(), () -> golden.name() + " has no title"));
    }
    assertThat(claims).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void allCasesMakeOneValidDeckThatPoiOpens() throws Exception {
    byte[] deck = GoldenCase.deck();
    assertThat(PptxCheck.problems(deck)).isEmpty();
    assertThat(PowerPointRules.problems(deck)).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deck))) {
      assertThat(show.getSlides()).hasSameSizeAs(GoldenCase.all());
    }
  }

  /** Counted in the XML, not in the engine's own list. */
  @Test
  void everyPictureThatThePageDidNotHaveHasItsFinding() throws Exception {
    for (GoldenCase golden : GoldenCase.all()) {
      Slide slide = golden.slide();
      String xml = new String(slidePart(parts(slide)), StandardCharsets.UTF_8);
      int pictures = count(xml, "<p:pic>") + count(xml, "<a:blipFill");
      int images =
          count(
              Files.readString(golden.page())
                  .replaceAll("<image [^>]*skew", "")
                  .replace("<img ", "<image "),
              "<image ");
      long leftOut =
          slide.report().findings().stream()
              .filter(f -> f.code() == Finding.Code.IMAGE_INVALID)
              .filter(f -> f.detail().endsWith("left out."))
              .count();
      long told =
          slide.report().findings().stream()
              .filter(f -> f.code() == Finding.Code.RASTERIZED)
              .count();
      assertThat(told).as(golden.name()).isEqualTo(pictures - images + leftOut);
      assertThat(slide.report().renditions().rasterElements()).isEqualTo((int) told);
    }
  }

  /** On the same element and for the same reason, in both directions. */
  @Test
  void everyApproximationHasItsFindingAndItsDecision() throws Exception {
    String differs = "Drawn a little differently: it has ";
    for (GoldenCase golden : GoldenCase.all()) {
      SlideReport report = golden.slide().report();
      Stream<String> found =
          report.findings().stream()
              .filter(f -> f.detail().startsWith(differs))
              .map(f -> f.elementId() + ": " + f.detail().replace(differs, ""));
      Stream<String> decided =
          report.elements().stream()
              .filter(e -> e.rendition() == SlideReport.Rendition.APPROXIMATE)
              .flatMap(e -> e.reasons().stream().map(reason -> e.id() + ": " + reason + "."));
      assertThat(decided).as(golden.name()).containsExactlyInAnyOrderElementsOf(found.toList());
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static void check(GoldenCase golden) throws Exception {
    assumeTrue(golden.hasItsFonts(), "DejaVu is not installed");
    Slide slide = golden.slide();
    Map<String, byte[]> parts = parts(slide);
    String actual = Expectation.of(slide.report(), slidePart(parts), media(parts));
    if (REWRITE) {
      Files.writeString(golden.expected(), actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden.expected()));
  }

  private static Map<String, byte[]> parts(Slide slide) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("One", slide.size()))) {
      deck.add(slide);
    }
    return PptxCheck.parts(out.toByteArray());
  }

  private static byte[] slidePart(Map<String, byte[]> parts) {
    return Objects.requireNonNull(parts.get("ppt/slides/slide1.xml"));
  }

  private static List<byte[]> media(Map<String, byte[]> parts) {
    return parts.entrySet().stream()
        .filter(part -> part.getKey().startsWith("ppt/media/"))
        .map(Map.Entry::getValue)
        .toList();
  }
}
