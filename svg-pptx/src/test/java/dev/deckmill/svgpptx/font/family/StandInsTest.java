package dev.deckmill.svgpptx.font.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandInsTest {
  @Test
  void comeRightAfterTheFamilyTheyStandInFor() {
    assertThat(StandIns.after(List.of("Arial", "serif")))
        .startsWith("Arial")
        .contains("Liberation Sans")
        .endsWith("serif");
  }

  @Test
  void anUnknownFamilyHasNone() {
    assertThat(StandIns.after(List.of("No Such Font"))).containsExactly("No Such Font");
  }
}
