package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels in HTML that ended, hung or filled the engine, from the page to the deck. */
class HostileHtmlTest {
  private static final Duration HANGS = Duration.ofSeconds(30);

  /** What is the same again and again is packed very small, and is no bomb for that. */
  @BeforeAll
  static void letDecksBePackedWell() {
    ZipSecureFile.setMinInflateRatio(0);
  }

  /** What became of a page: all of its characters, and what was found. */
  private record Made(String text, List<Code> findings, ByteArrayOutputStream deck) {}

  private static Made made(String html) {
    return assertTimeoutPreemptively(HANGS, () -> converted(html));
  }

  /** Of a page with so many shapes that reading its deck takes longer than making it. */
  private static List<Code> findings(String html) {
    return assertTimeoutPreemptively(HANGS, () -> codes(slide(html)));
  }

  private static List<Code> codes(Slide slide) {
    return slide.report().findings().stream().map(Finding::code).toList();
  }

  private static Slide slide(String html) throws PageRejected {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='8000' height='8000'>"
            + "<foreignObject width='200' height='100' style='overflow:visible'>"
            + "<div xmlns='http://www.w3.org/1999/xhtml' style='font:16px/20px Arial'>"
            + html
            + "</div></foreignObject></svg>";
    return new SvgToSlide(SlideOptions.defaults())
        .convert(new Page("hostile.svg", svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static Made converted(String html) throws Exception {
    Slide slide = slide(html);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Hostile", slide.size()))) {
      deck.add(slide);
    }
    StringBuilder text = new StringBuilder();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()))) {
      collect(show.getSlides().get(0).getShapes(), text);
    }
    return new Made(text.toString(), codes(slide), out);
  }

  private static void collect(List<? extends XSLFShape> shapes, StringBuilder into) {
    for (XSLFShape shape : shapes) {
      if (shape instanceof XSLFTextShape text) {
        into.append(text.getText()).append('\n');
      } else if (shape instanceof XSLFGroupShape group) {
        collect(group.getShapes(), into);
      }
    }
  }

  @Test
  void cellsOverVeryManyColumnsAreBlocksWithAFinding() {
    String cell = "<td colspan='100' rowspan='100'>x</td>";
    Made made = made("<table><tr>" + cell.repeat(3_999) + "<td>last</td></tr></table>");
    assertThat(made.text()).contains("x\nx").contains("last");
    assertThat(made.findings()).contains(Code.APPROXIMATED);
  }

  @Test
  void veryManyRowsAreBlocksWithAFinding() {
    Made made = made("<table>" + "<tr/>".repeat(60_000) + "<tr><td>last</td></tr></table>");
    assertThat(made.text()).contains("last");
    assertThat(made.findings()).contains(Code.APPROXIMATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ") repeat(",
        ") minmax(,",
        "repeat(",
        "repeat()",
        "repeat(,)",
        "repeat(2,)",
        "repeat(auto-fill,minmax()) 1fr",
        "minmax( minmax(,) repeat(3",
        "fr",
        "[a] repeat(3, [b] 1fr [c])"
      })
  void brokenTracksAreAutomaticOnes(String tracks) {
    Made made = made("<div style='display:grid;grid-template-columns:" + tracks + "'>Item</div>");
    assertThat(made.text()).contains("Item");
  }

  @Test
  void tracksInTracksAreNone() {
    String tracks = "minmax(1px,".repeat(100_000) + "1fr" + ")".repeat(100_000);
    Made made = made("<div style='display:grid;grid-template-columns:" + tracks + "'>Item</div>");
    assertThat(made.text()).contains("Item");
    assertThat(made.findings()).contains(Code.CSS_ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "translate(1.2.3%)",
        "translate(.%)",
        "translate(-%,--5%)",
        "translate(50%",
        "rotate(1e999deg)"
      })
  void brokenTransformsAreNone(String transform) {
    Made made = made("<div style='transform:" + transform + "'>Turned</div>");
    assertThat(made.text()).contains("Turned");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear-gradient(1e999deg, red, blue)",
        "linear-gradient(.deg, red, blue)",
        "linear-gradient(to , red, blue)",
        "linear-gradient()",
        "radial-gradient()",
        "radial-gradient(at , red, blue)",
        "radial-gradient(circle at 1e999px 9px, red, blue)",
        "linear-gradient(red 1e999px, blue -1e999%, lime)"
      })
  void brokenGradientsAreNone(String gradient) {
    Made made = made("<div style='height:20px;background:" + gradient + "'>Filled</div>");
    assertThat(made.text()).contains("Filled");
  }

  @Test
  void aGradientOfVeryManyColoursKeepsTheFirstWithAFinding() {
    String colours = "red" + ",lime,blue".repeat(150_000);
    Made made = made("<div style='background:linear-gradient(" + colours + ")'>" + "Filled</div>");
    assertThat(made.text()).contains("Filled");
    assertThat(made.findings()).contains(Code.APPROXIMATED);
  }

  @Test
  void veryManyBoxesOfVeryManyGradientsAreBounded() {
    String layers = "linear-gradient(red,blue)" + ",linear-gradient(#fff0,#0000)".repeat(2_000);
    String style = "<style>.l{background:" + layers + "}</style>";
    assertThat(findings(style + "<div class='l'>x</div>".repeat(2_000)))
        .contains(Code.APPROXIMATED);
  }

  @Test
  void veryManyPartsOfAScriptAreCountedOnce() {
    Made made =
        made("<math><msup><mi>x</mi>" + "<mn/>".repeat(190_000) + "<mn>last</mn></msup></math>");
    assertThat(made.text()).contains("x").contains("last");
  }

  @Test
  void aWordOnVeryManyLinesIsOneText() {
    Random random = new Random(2);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    Made made = made("<p style='width:1px;overflow-wrap:anywhere'>" + letters + "</p>");
    assertThat(made.text().strip()).isEqualTo(letters.toString());
  }

  @Test
  void aRowOfLessThanNoHeightHasNone() {
    // more than nothing in the font that values are judged by, and less in its own
    String row = "<tr style='font-size:1px;height:calc(100em - 900px);background:blue'/>";
    Made made = made("<table>" + row + "<tr><td>Cell</td></tr></table>");
    assertThat(made.text()).contains("Cell");
  }

  @Test
  void gapsAndBordersWiderThanTheirBoxesLeaveNothingOfThem() {
    String cell = "<td style='border:900px solid red;padding:0;width:0;box-sizing:border-box'/>";
    String small = "<td rowspan='3' style='padding:0;background:blue'>Cell</td>";
    String item = "<div style='background:blue;grid-column:span 3'>Item</div>";
    Made made =
        made(
            "<table style='border-collapse:collapse'><tr>"
                + cell
                + "</tr><tr style='background:blue'>"
                + small.repeat(9)
                + "</tr><tr/><tr/></table>"
                + "<div style='display:grid;grid-template-columns:1fr 1fr 1fr;gap:-900px'>"
                + item.repeat(2)
                + "</div>");
    assertThat(made.text()).contains("Cell").contains("Item");
  }

  @Test
  void numbersOfListsEndWhereThoseOfSlidesDo() throws Exception {
    Made made =
        made(
            "<ol start='32767'><li>one</li><li style='list-style-type:upper-roman'>two</li>"
                + "<li>three</li></ol>");
    assertThat(made.text()).contains("one").contains("two").contains("three");
    assertThat(PptxCheck.problems(made.deck().toByteArray())).isEmpty();
  }

  @Test
  void flexInFlexIsBounded() {
    int depth = 120;
    Made made =
        made(
            "<div style='display:flex;height:90%;padding:1px'>".repeat(depth)
                + "deep"
                + "</div>".repeat(depth));
    assertThat(made.text()).contains("deep");
  }

  @Test
  void veryManyBoxesArePlainOnesWithAFinding() {
    String items = "<b>x</b>".repeat(21_000);
    assertThat(findings("<div style='display:flex;flex-wrap:wrap'>" + items + "</div>"))
        .contains(Code.APPROXIMATED);
  }

  @Test
  void aValueThatEveryBoxWouldReadAgainIsLeftOut() {
    String sum = "calc(1px" + " + 1px".repeat(20_000) + ")";
    String style = "<style>.w{margin-left:" + sum + ";padding-top:" + sum + "}</style>";
    assertThat(findings(style + "<div class='w'>x</div>".repeat(5_000))).contains(Code.CSS_ERROR);
  }
}
