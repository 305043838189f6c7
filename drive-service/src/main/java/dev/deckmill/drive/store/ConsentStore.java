package dev.deckmill.drive.store;

import dev.deckmill.drive.store.SecretSeal.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Consents that were asked for: each is taken once, and only by who has its state. */
public final class ConsentStore {
  private static final String PURPOSE = "drive consent";

  private final TenantDatabase database;
  private final SecretSeal seal;

  public ConsentStore(TenantDatabase database, SecretSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  /**
   * A consent that was asked for.
   *
   * @param tenant who asked
   * @param verifier what the code has to be exchanged with (RFC 7636)
   */
  public record Asked(String tenant, String verifier) {
    /** Never tells the verifier. */
    @Override
    public String toString() {
      return "Asked[" + tenant + "]";
    }
  }

  /** Remembers that a tenant asked; those of its requests that have expired are forgotten. */
  public void put(String tenant, String state, String verifier, Duration good) {
    String hash = sha256(state);
    Sealed sealed = seal.seal(verifier, PURPOSE + "/" + hash, tenant);
    database.use(
        tenant,
        handle -> {
          handle.execute(
              "delete from drive.drive_consent where tenant = ? and expires_at <= now()", tenant);
          handle
              .createUpdate(
                  "insert into drive.drive_consent"
                      + " (state_sha256, tenant, key_id, verifier_sealed, expires_at)"
                      + " values (:state, :tenant, :key, :verifier,"
                      + " now() + :millis * interval '1 millisecond')")
              .bind("state", hash)
              .bind("tenant", tenant)
              .bind("key", sealed.keyId())
              .bind("verifier", sealed.bytes())
              .bind("millis", good.toMillis())
              .execute();
        });
  }

  /** Takes what was asked for with a state: nothing the second time, or once it has expired. */
  public Optional<Asked> take(String state) {
    String hash = sha256(state);
    return database.withState(
        hash,
        handle ->
            handle
                .createQuery(
                    "delete from drive.drive_consent where state_sha256 = :state"
                        + " returning *, expires_at > now() as good")
                .bind("state", hash)
                .map((row, context) -> read(hash, row))
                .findOne()
                .flatMap(asked -> asked));
  }

  private Optional<Asked> read(String hash, ResultSet row) throws SQLException {
    if (!row.getBoolean("good")) {
      return Optional.empty();
    }
    String tenant = row.getString("tenant");
    Sealed sealed = new Sealed(row.getString("key_id"), row.getBytes("verifier_sealed"));
    return seal.open(sealed, PURPOSE + "/" + hash, tenant)
        .map(verifier -> new Asked(tenant, verifier));
  }

  static String sha256(String state) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
