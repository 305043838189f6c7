package dev.deckmill.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void aTextStaysWhatItIs() {
    assertThat(LogLine.readable("Listening on 9092")).isEqualTo("Listening on 9092");
    assertThat(LogLine.readable("[1, 2]")).isEqualTo("[1, 2]");
    assertThat(LogLine.readable("")).isEmpty();
  }

  @Test
  void aLongLineIsCut() {
    assertThat(LogLine.readable("x".repeat(1000))).hasSize(402).endsWith("x …");
  }

  @Test
  void ofAnExceptionItsRootIsTold() {
    assertThat(
            LogLine.readable(
                """
                {"level":"ERROR","message":"Failed to start","exception":{"message":"outer","frames":[],\
                "causedBy":{"exception":{"message":"relation is there\\nalready"}}}}"""))
        .isEqualTo("ERROR Failed to start\n    because: relation is there already");
  }

  @Test
  void anEntryWithoutAnExceptionIsOneLine() {
    assertThat(LogLine.readable("{\"level\":\"INFO\",\"message\":\"Migrating\",\"mdc\":{}}"))
        .isEqualTo("INFO Migrating");
  }
}
