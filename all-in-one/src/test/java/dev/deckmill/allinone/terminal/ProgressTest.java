package dev.deckmill.allinone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(boolean interactive, Charset charset) {
    return new Terminal(
        new PrintStream(new ByteArrayOutputStream(), true, charset),
        new PrintStream(err, true, charset),
        interactive);
  }

  @Test
  void drawsTheBarAnewInItsPlaceOnATerminal() {
    try (var progress = new Progress(terminal(true, StandardCharsets.UTF_8))) {
      progress.show("Converting", 3, 9);
      progress.show("Converting", 9, 9);
    }
    String bar = "\r\033[KConverting  ";
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            bar + "█".repeat(10) + "░".repeat(20) + " 3/9" + bar + "█".repeat(30) + " 9/9\r\033[K");
  }

  @Test
  void usesAsciiWhereTheTerminalHasNothingElse() {
    try (var progress = new Progress(terminal(true, StandardCharsets.US_ASCII))) {
      progress.show("Converting", 1, 3);
    }
    assertThat(err.toString(StandardCharsets.US_ASCII))
        .contains("#".repeat(10) + ".".repeat(20) + " 1/3");
  }

  @Test
  void writesPlainLinesOnceForEachTenthAndPhaseWhereNobodyWatches() {
    try (var progress = new Progress(terminal(false, StandardCharsets.UTF_8))) {
      for (int done = 0; done <= 40; done++) {
        progress.show("Converting", done, 200);
      }
      progress.show("Packaging", 40, 200);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Converting 0/200", "Converting 20/200", "Converting 40/200", "Packaging 40/200");
  }

  @Test
  void refusesProgressBeyondItsEnd() {
    assertThatThrownBy(() -> ProgressBar.ofAscii().render("x", 4, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
