package dev.deckmill.svgpptx.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.ir.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the selection pane shows, and what a screen reader says. */
class NamesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "id, label, title, text, label, title: text",
        "id, -, title, -, id, title",
        "-, -, title, -, title, title",
        "-, -, -, text, rect, text",
        "Big_x20_box, -, -, -, Big box, -"
      })
  void theEditorsNameComesFirst(
      String id, String label, String title, String text, String name, String alternative) {
    assertThat(Names.of(new Origin("rect", id, label, title, text, null)))
        .isEqualTo(new NonVisual(name, alternative, null));
  }

  @Test
  void aNameIsCutWhereNobodyReadsOn() {
    Origin origin = new Origin("rect", "x".repeat(1_000), null, null, null, "https://a.example/");
    assertThat(Names.of(origin))
        .isEqualTo(new NonVisual("x".repeat(200), null, "https://a.example/"));
  }
}
