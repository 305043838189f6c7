package dev.deckmill.api.orchestration.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JobStateTest {
  @ParameterizedTest
  @EnumSource
  void movesOnlyWhereThePictureHasAnArrow(JobState from) {
    for (JobState to : JobState.values()) {
      if (from.next().contains(to)) {
        assertThat(from.to(to)).isEqualTo(to);
      } else {
        assertThatThrownBy(() -> from.to(to)).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void leadsToAnEndFromEverywhere(JobState from) {
    Set<JobState> reached = EnumSet.of(from);
    while (reached.addAll(reached.stream().flatMap(state -> state.next().stream()).toList())) {
      // until nothing new is reached
    }
    assertThat(reached).anyMatch(JobState::terminal);
  }

  @ParameterizedTest
  @EnumSource
  void neverReturnsToWhereItWas(JobState from) {
    Set<JobState> later =
        EnumSet.copyOf(from.next().isEmpty() ? EnumSet.noneOf(JobState.class) : from.next());
    while (later.addAll(later.stream().flatMap(state -> state.next().stream()).toList())) {
      // until nothing new is reached
    }
    assertThat(later).doesNotContain(from);
  }

  @Test
  void failsNoMoreOnceThereIsADeck() {
    assertThat(JobState.DELIVERING.next()).doesNotContain(JobState.FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsWireName(JobState state) {
    assertThat(JobState.of(state.wireName())).isEqualTo(state);
  }
}
