package dev.deckmill.api.intake;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.util.regex.Pattern;

/**
 * The client's own name for a submission: however often it is sent, there is one job.
 *
 * @param value 1 to {@value #LONGEST} printable ASCII characters
 */
public record IdempotencyKey(String value) {
  /** The most characters it has. */
  public static final int LONGEST = 255;

  private static final Pattern PRINTABLE =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

  public IdempotencyKey {
    if (value.length() > LONGEST || !PRINTABLE.matcher(value).matches()) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "The Idempotency-Key has %d characters, or others than printable ASCII; 1 to %d are allowed, such as those of a UUID."
              .formatted(value.length(), LONGEST));
    }
  }
}
