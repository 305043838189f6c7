package dev.deckmill.svgpptx.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XmlBytesTest {
  /** Where the count of digits changes, and where the kinds of whole numbers end. */
  static LongStream numbers() {
    LongStream edges =
        LongStream.iterate(1, power -> power <= 100_000_000_000L, power -> power * 10)
            .flatMap(power -> LongStream.of(power - 1, power, power + 1, -power, 1 - power));
    LongStream ends =
        LongStream.of(
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE + 1L,
            Integer.MIN_VALUE - 1L,
            Long.MAX_VALUE,
            Long.MIN_VALUE);
    return LongStream.concat(edges, ends);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void writesNumbers(long number) {
    assertThat(written(new XmlBytes(0).number(number))).isEqualTo(Long.toString(number));
  }

  @Test
  void writesPairsOfWhateverNumbers() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      int one = random.nextInt() >> random.nextInt(32);
      int other = random.nextInt() >> random.nextInt(32);
      assertThat(written(new XmlBytes(3).pair("<pt x='", one, "' y='", other, "'/>")))
          .isEqualTo("<pt x='" + one + "' y='" + other + "'/>");
    }
  }

  @Test
  void writesColours() {
    assertThat(written(new XmlBytes(1).rgb(0x0a9F00).raw(" ").rgb(0xFFFFFF).rgb(0)))
        .isEqualTo("0A9F00 FFFFFF000000");
  }

  private static String written(XmlBytes xml) {
    return new String(xml.toByteArray(), StandardCharsets.UTF_8);
  }
}
