package dev.deckmill.drive.store;

import dev.deckmill.drive.store.SecretSeal.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The accounts that tenants have connected, at most one each. */
public final class ConnectionStore {
  private static final String PURPOSE = "drive refresh token";

  private final TenantDatabase database;
  private final SecretSeal seal;

  public ConnectionStore(TenantDatabase database, SecretSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  /** The tenant's account; its token is sealed anew if an older key sealed it. */
  public Optional<ConnectedAccount> find(String tenant) {
    return database.as(
        tenant,
        handle ->
            handle
                .createQuery(
                    "select * from drive.drive_token"
                        + " where tenant = :tenant and token_sealed is not null")
                .bind("tenant", tenant)
                .map((row, context) -> read(handle, tenant, row))
                .findOne());
  }

  private ConnectedAccount read(Handle handle, String tenant, ResultSet row) throws SQLException {
    Sealed sealed = new Sealed(row.getString("key_id"), row.getBytes("token_sealed"));
    Optional<String> token = seal.open(sealed, PURPOSE, tenant);
    String id = row.getString("connection_id");
    if (token.isPresent() && !seal.current(sealed)) {
      reseal(handle, tenant, id, token.get());
    }
    return new ConnectedAccount(
        id,
        row.getString("account"),
        token,
        row.getTimestamp("connected_at").toInstant(),
        row.getTimestamp("broken_at") != null);
  }

  private void reseal(Handle handle, String tenant, String id, String token) {
    Sealed sealed = seal.seal(token, PURPOSE, tenant);
    handle
        .createUpdate(
            "update drive.drive_token set key_id = :key, token_sealed = :token"
                + " where tenant = :tenant and connection_id = :id")
        .bind("key", sealed.keyId())
        .bind("token", sealed.bytes())
        .bind("tenant", tenant)
        .bind("id", id)
        .execute();
  }

  /**
   * Remembers a tenant's account in place of the one before. What is known of folders and of
   * unfinished uploads is forgotten if that was another account: its ids mean nothing to this one.
   */
  public void put(String tenant, String account, String scope, String refreshToken) {
    Sealed sealed = seal.seal(refreshToken, PURPOSE, tenant);
    database.use(
        tenant,
        handle -> {
          forgetOtherAccount(handle, tenant, account);
          handle
              .createUpdate(
                  """
                  insert into drive.drive_token
                    (tenant, connection_id, account, account_sha256, scope, key_id, token_sealed)
                  values (:tenant, :id, :account, :hash, :scope, :key, :token)
                  on conflict (tenant) do update set
                    connection_id = excluded.connection_id, account = excluded.account,
                    account_sha256 = excluded.account_sha256, scope = excluded.scope, key_id = excluded.key_id,
                    token_sealed = excluded.token_sealed, connected_at = now(), broken_at = null
                  """)
              .bind("tenant", tenant)
              .bind("id", UUID.randomUUID().toString())
              .bind("account", account)
              .bind("hash", ConsentStore.sha256(account))
              .bind("scope", scope)
              .bind("key", sealed.keyId())
              .bind("token", sealed.bytes())
              .execute();
        });
  }

  private static void forgetOtherAccount(Handle handle, String tenant, String account) {
    boolean other =
        handle
            .createQuery(
                "select 1 from drive.drive_token"
                    + " where tenant = :tenant and account_sha256 <> :account")
            .bind("tenant", tenant)
            .bind("account", ConsentStore.sha256(account))
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (other) {
      handle.execute("delete from drive.drive_folder where tenant = ?", tenant);
      handle.execute(
          "update drive.upload set of_other_account = true, session_sealed = null"
              + " where tenant = ?",
          tenant);
    }
  }

  /** This connection is known to be good for nothing; a newer one is left alone. */
  public void markBroken(String tenant, String connectionId) {
    database.use(
        tenant,
        handle ->
            handle
                .createUpdate(
                    "update drive.drive_token set broken_at = coalesce(broken_at, now())"
                        + " where tenant = :tenant and connection_id = :id")
                .bind("tenant", tenant)
                .bind("id", connectionId)
                .execute());
  }

  /** Forgets a tenant's account and token, if it still is this connection. */
  public void remove(String tenant, String connectionId) {
    database.use(
        tenant,
        handle ->
            handle.execute(
                "update drive.drive_token set account = null, key_id = null, token_sealed = null"
                    + " where tenant = ? and connection_id = ?",
                tenant,
                connectionId));
  }
}
