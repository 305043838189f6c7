package dev.deckmill.contracts.connection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As whom a tenant's decks are delivered to Google Drive.
 *
 * @param tenant whose decks
 * @param state whether they can be
 * @param mode how calls are authorised, as {@code deckmill.drive.auth} spells it
 * @param account the address of the Google account; null where there is none
 * @param since when it was connected, RFC 3339; null where nothing was
 * @param detail what is so, and what to do where something is to be done
 */
public record DriveConnection(
    String tenant,
    State state,
    String mode,
    @Nullable String account,
    @Nullable String since,
    String detail) {
  /** Whether a tenant's decks can be delivered. */
  public enum State {
    /** The whole installation has one account; tenants need none. */
    NOT_NEEDED,
    /** No account has been connected yet, or it was disconnected. */
    NONE,
    /** An account is connected. */
    CONNECTED,
    /** The account that was connected hands out no tokens any more. */
    BROKEN
  }

  public DriveConnection {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(detail, "detail");
  }
}
