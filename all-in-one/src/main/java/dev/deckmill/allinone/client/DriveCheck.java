package dev.deckmill.allinone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether decks can be delivered to Google Drive.
 *
 * @param mode how calls are authorised
 * @param about what that means, in a sentence
 */
public record DriveCheck(String mode, String about, List<Item> checks) {
  public DriveCheck {
    checks = List.copyOf(checks);
  }

  /**
   * One thing that a delivery needs.
   *
   * @param outcome ok, advice, problem or skipped, in upper or lower case
   * @param mend what to do, or null
   */
  public record Item(String name, String outcome, String found, @Nullable String mend) {}
}
