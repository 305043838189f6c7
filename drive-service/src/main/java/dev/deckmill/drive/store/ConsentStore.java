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
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

  /**
   * Binds a consent to the browser that opens it first; the same one may open it again.
   *
   * @return empty if there is no such consent, it has expired, or another browser opened it
   */
  public Optional<Asked> open(String state, String browserSha256) {
    String hash = sha256(state);
    return database.withState(
        hash,
        handle -> {
          Optional<String> tenant =
              handle
                  .createQuery("select tenant from drive.drive_consent where state_sha256 = ?")
                  .bind(0, hash)
                  .mapTo(String.class)
                  .findOne();
          return tenant.flatMap(of -> bind(handle, of, hash, browserSha256));
        });
  }

  private Optional<Asked> bind(Handle handle, String tenant, String hash, String browserSha256) {
    // Row-level security lets a row be written as its tenant alone.
    TenantDatabase.become(handle, tenant);
    return handle
        .createQuery(
            "update drive.drive_consent set browser_sha256 = :browser"
                + " where state_sha256 = :state and coalesce(browser_sha256, :browser) = :browser"
                + " returning *, expires_at > now() as good")
        .bind("state", hash)
        .bind("browser", browserSha256)
        .map((row, context) -> read(hash, row))
        .findOne()
        .flatMap(asked -> asked);
  }

  /** Whether a consent that is still to be answered was opened by another browser, or by none. */
  public boolean isOfAnotherBrowser(String state, @Nullable String browserSha256) {
    String hash = sha256(state);
    return database.withState(
        hash,
        handle ->
            handle
                .createQuery(
                    "select browser_sha256 is distinct from cast(:browser as text)"
                        + " or browser_sha256 is null"
                        + " from drive.drive_consent where state_sha256 = :state")
                .bind("state", hash)
                .bind("browser", browserSha256)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }

  /**
   * Takes what was asked for with a state, for the browser that opened it: nothing the second time,
   * once it has expired, or for another browser, which leaves it to the right one.
   */
  public Optional<Asked> take(String state, @Nullable String browserSha256) {
    String hash = sha256(state);
    return database.withState(
        hash,
        handle ->
            handle
                .createQuery(
                    "delete from drive.drive_consent where state_sha256 = :state"
                        + " and browser_sha256 = :browser"
                        + " returning *, expires_at > now() as good")
                .bind("state", hash)
                .bind("browser", browserSha256)
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
