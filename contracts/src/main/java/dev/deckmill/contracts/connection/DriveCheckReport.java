package dev.deckmill.contracts.connection;

import java.util.List;
import java.util.Objects;

/**
 * Whether decks can be delivered to Google Drive, and what to do if not.
 *
 * @param mode how calls are authorised, as {@code deckmill.drive.auth} spells it
 * @param about what that mode means, in a sentence
 * @param checks what was looked at, in the order in which one needs the other
 */
public record DriveCheckReport(String mode, String about, List<DriveCheck> checks) {
  public DriveCheckReport {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(about, "about");
    checks = List.copyOf(checks);
  }

  /** Whether nothing stands in the way. */
  public boolean good() {
    return checks.stream().noneMatch(check -> check.outcome() == DriveCheck.Outcome.PROBLEM);
  }
}
