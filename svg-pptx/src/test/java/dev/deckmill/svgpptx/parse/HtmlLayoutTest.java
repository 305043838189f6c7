package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
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

  /** Of all lines, with a space where one was left out. */
  private static String allCharacters(Text text) {
    StringBuilder all = new StringBuilder();
    text.chunks().forEach(chunk -> all.append(all.isEmpty() ? "" : " ").append(characters(chunk)));
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
  void anSvgInHtmlIsABoxAndWhatIsInItIsNone() {
    String boxed = "margin-left:30px;padding:5px;border:1px solid red";
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10' style='display:block;%s'>"
            + "<rect id='r' width='20' height='10' style='%s'/></svg>";
    List<Shape> shapes =
        Parsed.shapes(Parsed.page(html("", svg.formatted(boxed, boxed))).children());
    assertThat(shapes).hasSize(2);
    assertThat(shapes.get(0).geometry()).isEqualTo(new Geometry.Rect(30.5, 0.5, 31, 21, 0, 0));
    assertThat(shapes.get(1).geometry()).isEqualTo(new Geometry.Rect(0, 0, 20, 10, 0, 0));
  }

  @Test
  void aSwitchShowsItsHtml() {
    Text text = Parsed.text("<switch>" + html("", "Whole label") + "<text>Who...</text></switch>");
    assertThat(characters(text.chunks().getFirst())).isEqualTo("Whole label");
  }

  @Test
  void whatIsNoPartOfATableGetsACell() {
    String table =
        "<div style='display:table'>Above<div style='display:table-row'>left"
            + "<div style='display:table-cell'>cell</div><b>right</b></div>"
            + "<div style='display:table-row-group'>group</div><p>block</p></div>";
    assertThat(Parsed.texts(Parsed.page(html("", table)).children()))
        .extracting(HtmlLayoutTest::allCharacters)
        .containsExactly("Above", "left", "cell", "right", "group", "block");
  }

  @Test
  void aRowWithoutCellsShowsItsText() {
    assertThat(allCharacters(Parsed.text(html("", "<table><tr>no cell</tr></table>"))))
        .isEqualTo("no cell");
    assertThat(allCharacters(Parsed.text(html("", "<table><tbody>no row</tbody></table>"))))
        .isEqualTo("no row");
  }

  @Test
  void spaceBetweenCellsIsNone() {
    String cell = "<td style='" + BOX + "padding:0;width:30px;height:10px'/>";
    List<Geometry.Rect> boxes =
        boxes(html("", "<table> <tr> " + cell + " " + cell + "\n</tr> </table>"));
    assertThat(boxes).extracting(Geometry.Rect::x).containsExactly(2.0, 34.0);
  }

  @Test
  void aPlacedBoxInATableTakesNoCell() {
    String cell = "<td style='" + BOX + "padding:0;width:30px;height:10px'/>";
    String placed = "<i style='" + BOX + "position:absolute;left:90px;width:5px;height:5px'/>";
    List<Geometry.Rect> boxes =
        boxes(html("", "<table><tr>" + placed + cell + "</tr>" + placed + "</table>"));
    assertThat(boxes).extracting(Geometry.Rect::x).containsExactly(2.0, 90.0, 90.0);
  }

  @Test
  void cellsThatAreNoHtmlCellsStandAtTheTop() {
    String cell = "<div style='display:table-cell'>low</div>";
    String high = "<div style='display:table-cell;" + BOX + "width:9px;height:60px'/>";
    String row = "<div style='display:table'>" + cell + high + "</div>";
    assertThat(Parsed.text(html("", row)).chunks().getFirst().y()).isEqualTo(15);
  }

  @Test
  void aPlacedBoxInsideALineIsKept() {
    String placed = "<b style='" + BOX + "position:absolute;left:40px;top:30px;width:9px'>in</b>";
    String content = "<span>Text <em>with " + placed + "</em> a box</span>";
    assertThat(boxes(html("position:relative", content)))
        .extracting(Geometry.Rect::x)
        .containsExactly(40.0);
    assertThat(Parsed.texts(Parsed.page(html("position:relative", content)).children()))
        .extracting(HtmlLayoutTest::allCharacters)
        .containsExactly("Text with a box", "in");
  }

  @Test
  void aPlacedPictureIsStyledOnce() {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'"
            + " style='position:absolute;left:30px;top:40px;opacity:0.5;%s'>"
            + "<rect width='20' height='10'/></svg>";
    String page = html("position:relative", svg.formatted("padding:5px;background:#eee"));
    // its background, and what is in it
    assertThat(Parsed.shapes(Parsed.page(page).children())).hasSize(2);
    Geometry.Rect box = boxes(page).getFirst();
    assertThat(List.of(box.x(), box.y(), box.width(), box.height()))
        .containsExactly(30.0, 40.0, 30.0, 20.0);
  }

  @Test
  void anEmptyItemKeepsItsMarkerAndItsLine() {
    Text text = Parsed.text(html("", "<ul style='margin:0'><li/><li>b</li></ul><p>after</p>"));
    List<TextBlock.Paragraph> paragraphs = block(text).paragraphs();
    assertThat(paragraphs).hasSize(3);
    assertThat(paragraphs.get(0).marker()).isNotNull();
    assertThat(paragraphs.get(1).marker()).isNotNull();
    assertThat(paragraphs.get(2).marker()).isNull();
    assertThat(text.chunks()).extracting(Text.Chunk::y).startsWith(15.0, 35.0);
  }

  @Test
  void theMarkerOfAnEmptyItemGoesToNoOtherText() {
    Text text = Parsed.text(html("", "<ul><li><p/></li></ul><p>after</p>"));
    assertThat(block(text).paragraphs())
        .extracting(TextBlock.Paragraph::marker)
        .containsOnlyNulls();
  }

  @Test
  void aListEndsCountingWhereSlidesDo() {
    Text text = Parsed.text(html("", "<ol start='32766'><li>a</li><li>b</li><li>c</li></ol>"));
    assertThat(block(text).paragraphs())
        .extracting(paragraph -> paragraph.marker() == null ? 0 : paragraph.marker().number())
        .containsExactly(32_766, 32_767, 32_767);
  }

  @Test
  void shorthandsOfBoxesWaitForTheirVariables() {
    String variables = "--line:2px solid;--colour:#c00;--gap:3px 7px;";
    String box =
        "<div style='border:var(--line) var(--colour);padding:var(--gap);margin:1px var(--no,5px);"
            + "width:20px;height:10px'/>";
    Shape shape = Parsed.shape(html(variables, box));
    assertThat(shape.stroke()).isNotNull();
    assertThat(shape.stroke().width()).isEqualTo(2);
    assertThat(shape.stroke().paint()).hasToString("Solid[color=Rgba[rgb=13369344, alpha=1.0]]");
    // 5 of margin and half of the border; 20 with padding and border around
    assertThat(shape.geometry()).isEqualTo(new Geometry.Rect(6, 2, 36, 18, 0, 0));
  }

  @Test
  void spaceBetweenThePartsOfAFormulaIsNone() {
    String formula =
        "<math> <mfrac>\n <mi>a</mi>\n <mi>b</mi> </mfrac> <mtext> or </mtext>"
            + "<msqrt>\n<mi>c</mi> </msqrt></math>";
    assertThat(allCharacters(Parsed.text(html("", formula)))).isEqualTo("a/b or √c");
  }

  @Test
  void aBoxMovesByAShareOfItsSize() {
    String box = "<div style='" + BOX + "width:40px;height:20px;%s'/>";
    for (String move : List.of("transform:translate(-50%, 25%)", "translate:-50% 25%")) {
      Shape shape = Parsed.shape(html("", box.formatted(move)));
      Node outer = Parsed.only(Parsed.page(html("", box.formatted(move))).children());
      assertThat(outer).isInstanceOf(Group.class);
      Affine moved = outer.transform().times(((Group) outer).children().getFirst().transform());
      assertThat(List.of(moved.e(), moved.f())).containsExactly(-20.0, 5.0);
      assertThat(shape.geometry()).isEqualTo(new Geometry.Rect(0, 0, 40, 20, 0, 0));
    }
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
