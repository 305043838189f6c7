package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock;
import dev.deckmill.svgpptx.ir.TextBlock.Ending;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where HTML in a 200 × 100 foreignObject comes to stand. */
class HtmlLayoutTest {
  private static final String BOX = "background:#000;";

  private static String html(String style, String content) {
    return "<foreignObject width='200' height='100'><div xmlns='http://www.w3.org/1999/xhtml'"
        + " style='font:16px/20px Arial;"
        + style
        + "'>"
        + content
        + "</div></foreignObject>";
  }

  private static List<Geometry.Rect> boxes(String content) {
    return Parsed.shapes(Parsed.page(content).children()).stream()
        .map(Shape::geometry)
        .map(Geometry.Rect.class::cast)
        .toList();
  }

  private static TextBlock block(Text text) {
    TextBlock block = text.block();
    assertThat(block).isNotNull();
    return block;
  }

  private static String characters(Text.Chunk chunk) {
    StringBuilder all = new StringBuilder();
    chunk.runs().forEach(run -> all.append(run.text()));
    return all.toString();
  }

  @Test
  void textStandsOnTheBaselineOfItsLine() {
    Text text = Parsed.text(html("", "Label"));
    Text.Chunk line = text.chunks().getFirst();
    // 20 pixels of line, of which ascent 14 and descent 3 of Arial at 16 pixels leave 3: 1 above
    assertThat(line.y()).isEqualTo(15);
    assertThat(line.x()).isZero();
  }

  @Test
  void centredTextKeepsItsMiddle() {
    Text.Chunk line = Parsed.text(html("text-align:center", "Label")).chunks().getFirst();
    assertThat(line.anchor()).isEqualTo(Text.Anchor.MIDDLE);
    assertThat(line.x()).isCloseTo(100, within(0.01));
  }

  @Test
  void aFullLineBreaksAtASpace() {
    Text text = Parsed.text(html("", "Words that are too many for one line of two hundred"));
    assertThat(text.chunks()).hasSize(2);
    assertThat(block(text).paragraphs()).hasSize(1);
    assertThat(block(text).paragraphs().getFirst().endings())
        .containsExactly(Ending.FULL_AT_SPACE, Ending.LAST);
    assertThat(text.chunks().getLast().y() - text.chunks().getFirst().y()).isEqualTo(20);
  }

  @Test
  void whiteSpaceCollapsesOverElements() {
    Text text = Parsed.text(html("", "\n  one <b> two</b>\n <i/> three "));
    assertThat(characters(text.chunks().getFirst())).isEqualTo("one two three");
  }

  @Test
  void aBreakMakesAParagraphAndInAListALine() {
    TextBlock plain = block(Parsed.text(html("", "one<br/>two")));
    assertThat(plain.paragraphs()).hasSize(2);
    TextBlock list = block(Parsed.text(html("", "<ol><li>one<br/>two</li></ol>")));
    assertThat(list.paragraphs()).hasSize(1);
    TextBlock.Paragraph item = list.paragraphs().getFirst();
    assertThat(item.endings()).containsExactly(Ending.FORCED, Ending.LAST);
    assertThat(item.marker()).isNotNull();
    assertThat(item.marker().label()).isEqualTo("1.");
  }

  @Test
  void marginsOfNeighboursCollapse() {
    String first = "<div style='" + BOX + "height:10px;margin-bottom:20px'/>";
    String second = "<div style='" + BOX + "height:10px;margin-top:12px'/>";
    List<Geometry.Rect> boxes = boxes(html("", first + second));
    assertThat(boxes.get(1).y() - boxes.get(0).y()).isEqualTo(30);
  }

  @Test
  void itemsShareTheRowAsTheyGrow() {
    String items = "<div style='" + BOX + "flex:1'>a</div><div style='" + BOX + "flex:3'>b</div>";
    List<Geometry.Rect> boxes = boxes(html("display:flex;height:40px", items));
    assertThat(boxes).extracting(Geometry.Rect::width).containsExactly(50.0, 150.0);
    assertThat(boxes).extracting(Geometry.Rect::height).containsExactly(40.0, 40.0);
  }

  @Test
  void aFlexItemStandsInTheMiddle() {
    String item = "<div style='" + BOX + "width:50px;height:20px'/>";
    Geometry.Rect box =
        boxes(html("display:flex;height:100%;align-items:center;justify-content:center", item))
            .getFirst();
    assertThat(List.of(box.x(), box.y())).containsExactly(75.0, 40.0);
  }

  @Test
  void tracksOfAGridShareTheRoom() {
    String item = "<div style='" + BOX + "height:10px'/>";
    List<Geometry.Rect> boxes =
        boxes(html("display:grid;grid-template-columns:40px 1fr 2fr;gap:10px", item.repeat(4)));
    assertThat(boxes).extracting(box -> Math.round(box.x())).containsExactly(0L, 50L, 107L, 0L);
    assertThat(boxes.getLast().y()).isEqualTo(20);
  }

  @Test
  void cellsOfAColumnAreAsWideAsTheWidest() {
    String cell = "<td style='" + BOX + "padding:0;width:%dpx;height:10px'/>";
    String table =
        "<table style='border-spacing:2px'><tr>"
            + cell.formatted(30)
            + cell.formatted(20)
            + "</tr><tr>"
            + cell.formatted(50)
            + cell.formatted(10)
            + "</tr></table>";
    List<Geometry.Rect> boxes = boxes(html("", table));
    assertThat(boxes).extracting(Geometry.Rect::width).containsExactly(50.0, 20.0, 50.0, 20.0);
    assertThat(boxes).extracting(Geometry.Rect::x).containsExactly(2.0, 54.0, 2.0, 54.0);
  }

  @Test
  void rulesOfThePageHoldInHtmlOverWhatBrowsersBring() {
    String style = "<style>#m p { margin: 0 } .red { color: #c00 }</style>";
    Text text = Parsed.text(style + "<g id='m'>" + html("", "<p class='red'>Label</p>") + "</g>");
    assertThat(text.chunks().getFirst().y()).isEqualTo(15);
    assertThat(text.chunks().getFirst().runs().getFirst().fill())
        .hasToString("Solid[color=Rgba[rgb=13369344, alpha=1.0]]");
  }

  @Test
  void boxesOfHtmlMeanNothingToShapes() {
    Shape shape =
        Parsed.shape("<rect width='20' height='10' style='margin:5px;padding:5px;top:9px'/>");
    assertThat(shape.geometry()).isEqualTo(new Geometry.Rect(0, 0, 20, 10, 0, 0));
  }

  @Test
  void aSwitchShowsItsHtml() {
    Text text = Parsed.text("<switch>" + html("", "Whole label") + "<text>Who...</text></switch>");
    assertThat(characters(text.chunks().getFirst())).isEqualTo("Whole label");
  }

  @Test
  void flexInFlexIsBounded() {
    int depth = 120;
    String page =
        html(
            "",
            "<div style='display:flex;height:90%;padding:1px'>".repeat(depth)
                + "deep"
                + "</div>".repeat(depth));
    assertThat(characters(Parsed.text(page).chunks().getFirst())).isEqualTo("deep");
  }

  @Test
  void veryManyBoxesArePlainOnesWithAFinding() {
    Drawing drawing =
        Parsed.page(html("display:flex;flex-wrap:wrap", "<div>x</div>".repeat(30_000)));
    assertThat(Parsed.texts(drawing.children())).isNotEmpty();
    assertThat(Parsed.codes(drawing)).contains(Finding.Code.APPROXIMATED);
  }

  @Test
  void aWordOfAHundredThousandLettersIsCutIntoLines() {
    Text text = Parsed.text(html("width:1px;overflow-wrap:anywhere", "x".repeat(100_000)));
    assertThat(text.chunks()).hasSize(100_000);
  }

  @Test
  void htmlHasTheLimitsOfSvg() {
    String deep = html("", "<b>".repeat(300) + "x" + "</b>".repeat(300));
    String page = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>" + deep + "</svg>";
    PageRejected rejected =
        catchThrowableOfType(
            PageRejected.class,
            () -> Parsed.PARSER.parse(new Page("deep.svg", page.getBytes(StandardCharsets.UTF_8))));
    assertThat(rejected.code()).isEqualTo(PageRejected.Code.LIMIT_DEPTH);
  }
}
