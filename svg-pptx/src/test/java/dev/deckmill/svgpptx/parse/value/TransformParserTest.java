package dev.deckmill.svgpptx.parse.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.parse.value.TransformParser.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformParserTest {
  private static final Reference BOX = new Reference(new Units(10, 16, 400, 200), 50, 20);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          translate(50%, 10%)              | 1 0 0 1 25 2
          translate(1em, 2vw)              | 1 0 0 1 10 8
          translateX(calc(100% - 10px))    | 1 0 0 1 40 0
          scale(50%)                       | 0.5 0 0 0.5 0 0
          rotate(.25turn)                  | 0 1 -1 0 0 0
          rotate(calc(45deg * 2))          | 0 1 -1 0 0 0
          translate3d(1px, 2px, 3px)       | 1 0 0 1 1 2
          rotateX(60deg)                   | 1 0 0 0.5 0 0
          rotate3d(0, 0, 2, 90deg)         | 0 1 -1 0 0 0
          scale3d(2, 3, 4)                 | 2 0 0 3 0 0
          matrix3d(1,2,0,0,3,4,0,0,0,0,1,0,5,6,0,1) | 1 2 3 4 5 6
          """)
  void functions(String text, String matrix) {
    assertMatrix(TransformParser.parse(text, BOX), matrix);
  }

  @ParameterizedTest
  @CsvSource({
    "scale(1px 2 3)",
    "translate()",
    "rotate(1px2)",
    "bogus(1)",
    "translate(1 2 3)",
    "matrix(1 2 3)"
  })
  void whatIsNoTransformIsNone(String text) {
    assertThat(TransformParser.parse(text, BOX)).isNull();
  }

  @Test
  void properties() {
    assertMatrix(TransformParser.translation("50% 1em", BOX), "1 0 0 1 25 10");
    assertMatrix(TransformParser.scaling("2 50%"), "2 0 0 0.5 0 0");
    assertMatrix(TransformParser.scaling("3"), "3 0 0 3 0 0");
    assertMatrix(TransformParser.rotation("90deg"), "0 1 -1 0 0 0");
    assertMatrix(TransformParser.rotation("y 60deg"), "0.5 0 0 1 0 0");
    assertMatrix(TransformParser.rotation("0 0 1 90deg"), "0 1 -1 0 0 0");
    assertThat(TransformParser.rotation("left")).isNull();
    assertThat(TransformParser.scaling("1 2 3 4")).isNull();
  }

  private static void assertMatrix(Affine actual, String expected) {
    String[] n = expected.split(" ", -1);
    double[] values = {actual.a(), actual.b(), actual.c(), actual.d(), actual.e(), actual.f()};
    for (int i = 0; i < 6; i++) {
      assertThat(values[i])
          .isCloseTo(Double.parseDouble(n[i]), org.assertj.core.data.Offset.offset(1e-9));
    }
  }
}
