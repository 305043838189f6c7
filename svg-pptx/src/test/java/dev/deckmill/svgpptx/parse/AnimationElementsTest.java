package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.ir.Drawing;
import dev.deckmill.svgpptx.ir.Geometry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimationElementsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from='0' to='50' dur='1s' fill='freeze'                                 | 50
          to='50' dur='1s' fill='freeze'                                          | 50
          by='50' dur='1s' fill='freeze'                                          | 57
          from='3' by='50' dur='1s' fill='freeze'                                 | 53
          values='1;2;60;' dur='1s' fill='freeze'                                 | 60
          values='0;10;20' dur='1s' repeatCount='1.75' fill='freeze'              | 15
          values='0;10;20' keyTimes='0;0.5;1' calcMode='discrete' dur='1s' repeatCount='0.6' fill='freeze' | 10
          from='0' to='40' dur='2s' end='1s' fill='freeze'                        | 20
          from='0' to='40' dur='1s'                                               | 7
          from='0' to='40' dur='1s' begin='click' fill='freeze'                   | 7
          from='0' to='40' dur='1s' begin='indefinite' fill='freeze'              | 7
          from='0' to='40' dur='1s' begin='00:02;x.click' fill='freeze'           | 40
          from='0' to='40' dur='1s' begin='a.end' fill='freeze'                   | 7
          from='5' to='40' dur='1s' repeatCount='indefinite'                      | 5
          from='0' to='40' dur='4s' begin='-1s' repeatCount='indefinite'          | 10
          from='0' to='10' dur='1s' additive='sum' fill='freeze'                  | 17
          from='0' to='10' dur='1s' repeatCount='3' accumulate='sum' fill='freeze' | 30
          to='50' additive='sum' dur='1s' fill='freeze'                           | 50
          by='10' dur='1s' repeatCount='3' accumulate='sum' fill='freeze'         | 37
          values='5;9' dur='1s' begin='0s;a.end+1s' fill='freeze'                 | 5
          from='0' to='40' keyTimes='0;.5;1' dur='1s' fill='freeze'               | 40
          values='0;40' keyTimes='0;.5;1' dur='1s' fill='freeze'                  | 7
          values='0;40' calcMode='spline' keySplines='0 0 1 1;0 0 1 1' dur='1s' fill='freeze' | 7
          values='0;100' keySplines='0 0 1 1' keyTimes='0;1' calcMode='spline' dur='1s' repeatCount='.5' fill='freeze' | 50
          """)
  void animatedX(String attributes, double x) {
    Drawing drawing =
        Parsed.page(
            "<rect x='7' width='10' height='10'><animate id='a' attributeName='x' "
                + attributes
                + "/></rect>");

    Geometry.Rect rect = (Geometry.Rect) Parsed.only(Parsed.shapes(drawing.children())).geometry();
    assertThat(rect.x()).isCloseTo(x, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(Parsed.codes(drawing)).containsExactly(Finding.Code.ANIMATION_STATIC);
  }
}
