package dev.deckmill.api.web.v1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaitingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=10|10",
        "respond-async, wait=10|10",
        "wait = \"7\"|7",
        "respond-async; wait=3|3",
        "wait=0|0",
        "wait=50|50",
        "wait=51|50",
        "wait=999999999|50"
      })
  void isWhatTheClientPrefersWithinBounds(String prefer, int seconds) {
    assertThat(Waiting.of(prefer).seconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"await=10", "wait=-1", "wait=1.5", "wait=ten", "waits=1", "''"})
  void isNothingWhenItIsNotUnderstood(String prefer) {
    assertThat(Waiting.of(prefer).none()).isTrue();
  }

  @Test
  void isNothingWithoutAPreference() {
    assertThat(Waiting.of(null).none()).isTrue();
  }

  @Test
  void whereTheAnswerIsWorthWaitingForOnlyNoneMeansNone() {
    assertThat(Waiting.orLongestUnlessNone(null).seconds()).isEqualTo(Waiting.LONGEST_SECONDS);
    assertThat(Waiting.orLongestUnlessNone("return=minimal").seconds())
        .isEqualTo(Waiting.LONGEST_SECONDS);
    assertThat(Waiting.orLongestUnlessNone("wait=3").seconds()).isEqualTo(3);
    assertThat(Waiting.orLongestUnlessNone("wait=0").none()).isTrue();
  }
}
