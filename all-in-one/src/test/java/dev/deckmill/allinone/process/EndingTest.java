package dev.deckmill.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesTheLastFirstAndEachOnce() throws Exception {
    var ending = new Ending();
    ending.with(() -> closed.add("data"));
    ending.with(() -> closed.add("processes"));
    ending.close();
    ending.close();
    assertThat(closed).containsExactly("processes", "data");
  }

  @Test
  void closesTheOthersWhenOneFails() throws Exception {
    var ending = new Ending();
    ending.with(() -> closed.add("data"));
    ending.with(
        () -> {
          throw new IOException("stuck");
        });
    assertThatThrownBy(ending::close).isInstanceOf(IOException.class).hasMessage("stuck");
    assertThat(closed).containsExactly("data");
  }

  @Test
  void closesAtOnceWhatComesTooLate() throws Exception {
    var ending = new Ending();
    ending.close();
    assertThatThrownBy(() -> ending.with(() -> closed.add("late")))
        .isInstanceOf(InterruptedException.class);
    assertThat(closed).containsExactly("late");
  }
}
