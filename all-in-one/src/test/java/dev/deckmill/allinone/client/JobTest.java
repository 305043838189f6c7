package dev.deckmill.allinone.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {
  @ParameterizedTest
  @CsvSource({
    "queued, true, false",
    "fetching, true, false",
    "converting, true, false",
    "packaging, false, false",
    "delivering, false, false",
    "cancelling, false, false",
    "succeeded, false, true",
    "succeeded_with_warnings, false, true",
    "partially_succeeded, false, true",
    "failed, false, true",
    "cancelled, false, true",
    "expired, false, true"
  })
  void tellsHowFarItIs(String state, boolean beforeDeck, boolean finished) {
    Job job = new Job("1", null, state, null, null, null, null, null, null);
    assertThat(job.beforeDeck()).isEqualTo(beforeDeck);
    assertThat(job.finished()).isEqualTo(finished);
  }
}
