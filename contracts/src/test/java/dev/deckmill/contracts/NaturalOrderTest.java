package dev.deckmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NaturalOrderTest {
  @Test
  void ordersNumbersByTheirValueAndLettersWhateverTheirCase() {
    assertThat(
            List.of("p10.svg", "P2.svg", "p02.svg", "p1.svg", "a/p99999999999999999999.svg", "a/p3")
                .stream()
                .sorted(new NaturalOrder()))
        .containsExactly(
            "a/p3", "a/p99999999999999999999.svg", "p1.svg", "P2.svg", "p02.svg", "p10.svg");
  }

  @Test
  void setsAPrefixBeforeWhatItBegins() {
    assertThat(new NaturalOrder().compare("page", "page1")).isNegative();
    assertThat(new NaturalOrder().compare("page1", "page1")).isZero();
    assertThat(new NaturalOrder().compare("1page", "page")).isNegative();
  }

  @Test
  void ordersNumbersByValueAndTiesByText() {
    List<String> names = List.of("a10", "a010", "a9", "a", "b1", "a99999999999999999999");
    assertThat(names.stream().sorted(new NaturalOrder()))
        .containsExactly("a", "a9", "a010", "a10", "a99999999999999999999", "b1");
  }
}
