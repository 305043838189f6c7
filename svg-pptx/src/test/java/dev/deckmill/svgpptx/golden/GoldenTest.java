package dev.deckmill.svgpptx.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PptxCheck;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.SvgToSlide;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * {@code golden/<spec chapter>/<feature>/<case>.svg} and, beside it, what is expected of it. The
 * SVG's {@code title} is the claim. {@code -Dgolden.rewrite=true} writes the expectations anew.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return cases().stream().map(svg -> DynamicTest.dynamicTest(name(svg), () -> check(svg)));
  }

  @Test
  void eachCaseMakesAClaimOfItsOwn() throws Exception {
    List<String> claims = new ArrayList<>();
    for (Path svg : cases()) {
      claims.add(Objects.requireNonNull(slide(svg).title(), () -> svg + " has no title"));
    }
    assertThat(claims).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void allCasesMakeOneValidDeckThatPoiOpens() throws Exception {
    List<Path> cases = cases();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SlideOptions options = SlideOptions.defaults();
    try (SlidesToDeck deck =
        new SlidesToDeck(
            out, new DeckOptions("Golden", Objects.requireNonNull(options.slideSize())))) {
      for (Path svg : cases) {
        deck.add(slide(svg));
      }
    }
    assertThat(PptxCheck.problems(out.toByteArray())).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(show.getSlides()).hasSameSizeAs(cases);
    }
  }

  /** Counted in the XML, not in the engine's own list. */
  @Test
  void everyPictureThatThePageDidNotHaveHasItsFinding() throws Exception {
    for (Path svg : cases()) {
      Slide slide = slide(svg);
      String xml = new String(slidePart(slide), StandardCharsets.UTF_8);
      int pictures = count(xml, "<p:pic>") + count(xml, "<a:blipFill");
      int images = count(Files.readString(svg).replaceAll("<image [^>]*skew", ""), "<image ");
      long told =
          slide.report().findings().stream()
              .filter(f -> f.code() == Finding.Code.RASTERIZED)
              .count();
      assertThat(told).as(name(svg)).isEqualTo(pictures - images);
      assertThat(slide.report().renditions().rasterElements()).isEqualTo((int) told);
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static void check(Path svg) throws Exception {
    String actual = Expectation.of(slide(svg), slidePart(slide(svg)));
    Path expected = Path.of(svg.toString().replaceAll("svg$", "xml"));
    if (REWRITE) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static byte[] slidePart(Slide slide) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("One", slide.size()))) {
      deck.add(slide);
    }
    Map<String, byte[]> parts = PptxCheck.parts(out.toByteArray());
    return Objects.requireNonNull(parts.get("ppt/slides/slide1.xml"));
  }

  private static Slide slide(Path svg) throws Exception {
    return new SvgToSlide(SlideOptions.defaults())
        .convert(new Page(name(svg), Files.readAllBytes(svg)));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(f -> f.toString().endsWith(".svg")).sorted().toList();
    }
  }

  private static String name(Path svg) {
    return GOLDEN.relativize(svg).toString().replace('\\', '/').replaceAll("\\.svg$", "");
  }
}
