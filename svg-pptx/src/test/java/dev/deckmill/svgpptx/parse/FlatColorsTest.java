package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters that change colours and nothing else, computed into colours where that can be. */
class FlatColorsTest {
  private static final String PIXEL =
      "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

  private static final String PATTERN =
      "<pattern id='p' width='9' height='9' patternUnits='userSpaceOnUse'>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<image width='9' height='9' href='PIXEL'/>",
        "<rect width='9' height='9' filter='url(#blur)'/>",
        "<rect width='9' height='9' style='mix-blend-mode:multiply'/>"
      })
  void aPatternThatIsNotFlatKeepsTheFilter(String content) {
    String defs =
        "<filter id='blur'><feGaussianBlur stdDeviation='1'/></filter>"
            + PATTERN
            + content.replace("PIXEL", PIXEL)
            + "</pattern>";
    for (String paint : List.of("fill='url(#p)'", "stroke='url(#p)'")) {
      Shape shape =
          Parsed.shape(
              defs + "<rect width='50' height='50' " + paint + " style='filter:grayscale(1)'/>");
      assertThat(shape.compositing().filter()).isNotNull();
    }
    Text text =
        Parsed.text(
            defs + "<text y='50' fill='url(#p)' style='filter:grayscale(1)'>Painted</text>");
    assertThat(text.compositing().filter()).isNotNull();
  }

  @Test
  void linesOfAParagraphStayOne() {
    String label =
        "<foreignObject width='90' height='90' style='filter:grayscale(1)'>"
            + "<ul xmlns='http://www.w3.org/1999/xhtml'><li style='color:red'>A list</li></ul>"
            + "</foreignObject>";
    Text text = Parsed.text(label);
    assertThat(text.block()).isNotNull();
    assertThat(text.drawn())
        .allSatisfy(
            chunk ->
                assertThat(((Paint.Solid) chunk.runs().getFirst().fill()).color().rgb())
                    .isEqualTo(0x363636));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 900})
  void atMostSixteenChangesAreFolded(int changes) {
    Shape shape =
        Parsed.shape(
            "<rect width='9' height='9' style='filter:" + "brightness(1)".repeat(changes) + "'/>");
    if (changes <= 16) {
      assertThat(shape.compositing().filter()).isNull();
    } else {
      assertThat(shape.compositing().filter().steps()).hasSize(changes - 16);
    }
  }
}
