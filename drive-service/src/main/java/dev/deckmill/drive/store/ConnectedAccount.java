package dev.deckmill.drive.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A tenant's connection to a Google account.
 *
 * @param connectionId another one each time an account is connected
 * @param account the account's address
 * @param refreshToken what access is renewed for; empty if no key at hand opens it
 * @param connectedAt when it was connected
 * @param broken whether it is known to be good for nothing any more
 */
public record ConnectedAccount(
    String connectionId,
    String account,
    Optional<String> refreshToken,
    Instant connectedAt,
    boolean broken) {
  /** Without the token. */
  @Override
  public String toString() {
    return "ConnectedAccount[" + connectionId + (broken ? ", broken]" : "]");
  }
}
