package dev.deckmill.allinone.process;

import java.io.IOException;

/** A process of the set did not come up. */
public final class StartFailed extends IOException {
  private static final long serialVersionUID = 1L;

  StartFailed(String name, String why, String lastWords) {
    super(
        name
            + " did not start: "
            + why
            + (lastWords.isEmpty() ? "" : ". Its log ends:\n  " + lastWords));
  }
}
