package dev.deckmill.drive.connection;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveConnection;
import dev.deckmill.contracts.connection.DriveConnection.State;

/** The installation has one account, or a stand-in that wants none: tenants connect nothing. */
public final class OneAccount implements TenantAccounts {
  private final String mode;

  /**
   * @param mode how calls are authorised, as the configuration spells it
   */
  public OneAccount(String mode) {
    this.mode = mode;
  }

  @Override
  public ConsentPage begin(String tenant) throws ConnectionException {
    throw nothingToConnect();
  }

  @Override
  public ConsentPage open(ConsentOpened opened) throws ConnectionException {
    throw nothingToConnect();
  }

  @Override
  public DriveConnection complete(ConsentGiven given) throws ConnectionException {
    throw nothingToConnect();
  }

  @Override
  public DriveConnection status(String tenant) {
    return new DriveConnection(
        tenant,
        State.NOT_NEEDED,
        mode,
        null,
        null,
        "Decks of all tenants are delivered with the account that this installation was set up"
            + " with.");
  }

  @Override
  public DriveConnection end(String tenant) throws ConnectionException {
    throw nothingToConnect();
  }

  private ConnectionException nothingToConnect() {
    return new ConnectionException(
        ErrorType.DELIVERY_STATE,
        "Tenants connect no accounts here: decks are delivered with the one account that this"
            + " installation was set up with. For accounts of their own, the operator sets"
            + " deckmill.drive.auth to user.");
  }
}
