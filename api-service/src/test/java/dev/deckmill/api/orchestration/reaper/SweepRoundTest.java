package dev.deckmill.api.orchestration.reaper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SweepRoundTest {
  @Test
  void goesOnUntilNoSweepFindsAnything() {
    Backlog first = new Backlog(2);
    Backlog second = new Backlog(5);

    new SweepRound(List.of(first, second)).run();

    assertThat(first.left).isZero();
    assertThat(second.left).isZero();
  }

  @Test
  void letsTheOthersFinishWhenOneFailsAndFailsAfterwards() {
    Backlog before = new Backlog(3);
    Failing failing = new Failing("the disk is away");
    Backlog after = new Backlog(5);

    assertThatThrownBy(() -> new SweepRound(List.of(before, failing, after)).run())
        .hasMessage("the disk is away");

    assertThat(before.left).isZero();
    assertThat(after.left).isZero();
    assertThat(failing.turns).as("it is tried again in the next round only").isEqualTo(1);
  }

  @Test
  void reportsEveryFailure() {
    SweepRound round = new SweepRound(List.of(new Failing("one"), new Failing("two")));

    assertThatThrownBy(round::run)
        .hasMessage("one")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("two"));
  }

  /** Attends to one thing a turn. */
  private static final class Backlog implements Sweep {
    private int left;

    Backlog(int left) {
      this.left = left;
    }

    @Override
    public int attend() {
      if (left == 0) {
        return 0;
      }
      left--;
      return 1;
    }
  }

  private static final class Failing implements Sweep {
    private final String message;
    private int turns;

    Failing(String message) {
      this.message = message;
    }

    @Override
    public int attend() {
      turns++;
      throw new IllegalStateException(message);
    }
  }
}
