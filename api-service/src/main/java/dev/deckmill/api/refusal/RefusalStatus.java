package dev.deckmill.api.refusal;

import dev.deckmill.contracts.ErrorType;

/** How HTTP puts a refusal, for those who speak it; who refuses needs no idea of it. */
public final class RefusalStatus {
  /** RFC 9110 §15.5.21: understood, and not to be done as it is. */
  private static final int UNPROCESSABLE = 422;

  private RefusalStatus() {}

  /** The status code, 400 to 599. */
  public static int of(Refusal refusal) {
    ErrorType type = refusal.trouble().type();
    // RFC 9110 §15.6: a status of 500 and above says that this request failed, which it did not.
    if (refusal.settled() && type.status() >= 500) {
      return UNPROCESSABLE;
    }
    // What the key stood for is known and is something else, which no waiting changes.
    return type == ErrorType.IDEMPOTENCY_CONFLICT && !refusal.passing()
        ? UNPROCESSABLE
        : type.status();
  }
}
