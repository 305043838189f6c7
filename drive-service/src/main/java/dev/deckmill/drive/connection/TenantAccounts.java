package dev.deckmill.drive.connection;

import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveConnection;

/** Whose Google account a tenant's decks are delivered as, and how to change that. */
public interface TenantAccounts {
  /**
   * Gives the address at which the browser of the person who is to agree begins.
   *
   * @throws ConnectionException if tenants connect nothing here
   */
  ConsentPage begin(String tenant) throws ConnectionException;

  /**
   * Gives Google's page to the browser that opens a consent, which alone can complete it then.
   *
   * @throws ConnectionException if there is no such consent, or another browser has opened it
   */
  ConsentPage open(ConsentOpened opened) throws ConnectionException;

  /**
   * Takes what Google sent the person back with; each consent that was asked for is taken once.
   *
   * @throws ConnectionException if nothing comes of it, with why and what to do
   */
  DriveConnection complete(ConsentGiven given) throws ConnectionException;

  /** How it stands. */
  DriveConnection status(String tenant);

  /**
   * Gives the token back to Google and forgets the account; that none is connected is as good.
   *
   * @throws ConnectionException if Google can't be reached; then nothing is forgotten
   */
  DriveConnection end(String tenant) throws ConnectionException;
}
