package dev.deckmill.svgpptx.parse.animation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                 | 10                     | 5
          1px               | 2px                    | 1.5px
          0                 | 10px                   | 5px
          #000              | #fff                   | #808080
          translate(0, 4px) | translate(10px, 8px)   | translate(5px, 6px)
          none              | rotate(90deg)          | rotate(45deg)
          none              | scale(3) rotate(8deg)  | scale(2) rotate(4deg)
          1px               | 50%                    | calc(1px * 0.5 + 50% * 0.5)
          M0 0L10 10        | M0 0L20 30             | M0 0L15 20
          bevel             | round                  | round
          """)
  void halfWay(String from, String to, String between) {
    assertThat(Interpolation.between(from, to, 0.5)).isEqualTo(between);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          linear                          | 0.25 | 0.25
          steps(4)                        | 0.3  | 0.25
          steps(4, start)                 | 0.3  | 0.5
          steps(4, jump-none)             | 0.5  | 0.6666666666666666
          steps(2, jump-both)             | 0.5  | 0.6666666666666666
          step-end                        | 0.99 | 0
          linear(0, 0.25 75%, 1)          | 0.75 | 0.25
          linear(0, 1)                    | 0.5  | 0.5
          cubic-bezier(0, 0, 1, 1)        | 0.5  | 0.5
          """)
  void easing(String text, double progress, double expected) {
    Easing easing = Easing.parse(text);

    assertThat(easing).isNotNull();
    assertThat(easing.at(progress)).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cubic-bezier(2, 0, 1, 1)
          steps(0)
          steps(1, jump-none)
          steps(2, sideways)
          wobble
          """)
  void whatIsNoEasingIsNone(String text) {
    assertThat(Easing.parse(text)).isNull();
  }
}
