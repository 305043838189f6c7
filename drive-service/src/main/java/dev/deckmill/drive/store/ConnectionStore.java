package dev.deckmill.drive.store;

import dev.deckmill.drive.store.SecretSeal.Sealed;
import dev.deckmill.drive.store.row.ConnectionRow;
import dev.deckmill.drive.store.row.ConnectionRows;
import dev.deckmill.drive.store.row.FolderRows;
import dev.deckmill.drive.store.row.UploadRows;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The accounts that tenants have connected, at most one each. */
public final class ConnectionStore {
  private static final String PURPOSE = "drive refresh token";

  private final TenantDatabase database;
  private final ConnectionRows rows;
  private final FolderRows folders;
  private final UploadRows uploads;
  private final SecretSeal seal;

  public ConnectionStore(
      TenantDatabase database,
      ConnectionRows rows,
      FolderRows folders,
      UploadRows uploads,
      SecretSeal seal) {
    this.database = database;
    this.rows = rows;
    this.folders = folders;
    this.uploads = uploads;
    this.seal = seal;
  }

  /** The tenant's account; its token is sealed anew if an older key sealed it. */
  public Optional<ConnectedAccount> find(String tenant) {
    return database.as(
        tenant,
        () ->
            rows.findByIdOptional(tenant)
                .filter(row -> row.tokenSealed != null)
                .map(row -> read(tenant, row)));
  }

  private ConnectedAccount read(String tenant, ConnectionRow row) {
    Sealed sealed =
        new Sealed(Objects.requireNonNull(row.keyId), Objects.requireNonNull(row.tokenSealed));
    Optional<String> token = seal.open(sealed, PURPOSE, tenant);
    if (token.isPresent() && !seal.current(sealed)) {
      reseal(tenant, row.connectionId, token.get());
    }
    return new ConnectedAccount(
        row.connectionId,
        Objects.requireNonNull(row.account),
        token,
        row.connectedAt,
        row.brokenAt != null);
  }

  private void reseal(String tenant, String connectionId, String token) {
    Sealed sealed = seal.seal(token, PURPOSE, tenant);
    rows.reseal(connectionId, sealed.keyId(), sealed.bytes());
  }

  /**
   * Remembers a tenant's account in place of the one before. What is known of folders and of
   * unfinished uploads is forgotten if that was another account: its ids mean nothing to this one.
   */
  public void put(String tenant, String account, String scope, String refreshToken) {
    Sealed sealed = seal.seal(refreshToken, PURPOSE, tenant);
    String hash = ConsentStore.sha256(account);
    database.use(
        tenant,
        () -> {
          ConnectionRow row =
              rows.findByIdOptional(tenant, LockModeType.PESSIMISTIC_WRITE)
                  .orElseGet(() -> new ConnectionRow(hash));
          if (!row.accountSha256.equals(hash)) {
            folders.deleteAll();
            uploads.ofOtherAccount();
          }
          row.connectionId = UUID.randomUUID().toString();
          row.account = account;
          row.accountSha256 = hash;
          row.scope = scope;
          row.connectedAt = database.now();
          row.brokenAt = null;
          row.keyId = sealed.keyId();
          row.tokenSealed = sealed.bytes();
          rows.persist(row);
        });
  }

  /** This connection is known to be good for nothing; a newer one is left alone. */
  public void markBroken(String tenant, String connectionId) {
    database.use(tenant, () -> rows.markBroken(connectionId));
  }

  /** Forgets a tenant's account and token, if it still is this connection. */
  public void remove(String tenant, String connectionId) {
    database.use(tenant, () -> rows.forget(connectionId));
  }
}
