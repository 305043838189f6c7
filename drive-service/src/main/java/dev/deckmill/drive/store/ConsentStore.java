package dev.deckmill.drive.store;

import dev.deckmill.drive.store.SecretSeal.Sealed;
import dev.deckmill.drive.store.row.ConsentRow;
import dev.deckmill.drive.store.row.ConsentRows;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Consents that were asked for: each is taken once, and only by who has its state. */
public final class ConsentStore {
  private static final String PURPOSE = "drive consent";

  private final TenantDatabase database;
  private final ConsentRows rows;
  private final SecretSeal seal;

  public ConsentStore(TenantDatabase database, ConsentRows rows, SecretSeal seal) {
    this.database = database;
    this.rows = rows;
    this.seal = seal;
  }

  /**
   * A consent that was asked for.
   *
   * @param tenant who asked
   * @param verifier what the code has to be exchanged with (RFC 7636)
   */
  public record Asked(String tenant, String verifier) {
    /** Without the verifier. */
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
        () -> {
          Instant now = database.now();
          rows.deleteExpired(now);
          rows.persist(new ConsentRow(hash, sealed.keyId(), sealed.bytes(), now.plus(good)));
        });
  }

  /**
   * Binds a consent to the browser that opens it first; the same one may open it again.
   *
   * @return empty if there is no such consent, it has expired, or another browser opened it
   */
  public Optional<Asked> open(String state, String browserSha256) {
    String hash = sha256(state);
    Optional<String> tenant =
        database.withState(hash, () -> rows.findByIdOptional(hash).map(row -> row.tenant));
    // Row-level security lets a row be written as its tenant alone.
    return tenant.flatMap(of -> database.as(of, () -> bind(hash, browserSha256)));
  }

  private Optional<Asked> bind(String hash, String browserSha256) {
    return held(hash)
        .filter(row -> row.browserSha256 == null || row.browserSha256.equals(browserSha256))
        .flatMap(
            row -> {
              row.browserSha256 = browserSha256;
              return read(row);
            });
  }

  private Optional<ConsentRow> held(String hash) {
    return rows.findByIdOptional(hash, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether a consent that is still to be answered was opened by another browser, or by none. */
  public boolean isOfAnotherBrowser(String state, @Nullable String browserSha256) {
    String hash = sha256(state);
    return database.withState(
        hash,
        () ->
            rows.findByIdOptional(hash)
                .filter(
                    row -> row.browserSha256 == null || !row.browserSha256.equals(browserSha256))
                .isPresent());
  }

  /**
   * Takes what was asked for with a state, for the browser that opened it: nothing the second time,
   * once it has expired, or for another browser, which leaves it to the right one.
   */
  public Optional<Asked> take(String state, @Nullable String browserSha256) {
    String hash = sha256(state);
    return database.withState(
        hash,
        () ->
            held(hash)
                .filter(row -> browserSha256 != null && browserSha256.equals(row.browserSha256))
                .flatMap(
                    row -> {
                      rows.delete(row);
                      return read(row);
                    }));
  }

  private Optional<Asked> read(ConsentRow row) {
    if (!row.expiresAt.isAfter(database.now())) {
      return Optional.empty();
    }
    Sealed sealed = new Sealed(row.keyId, row.verifierSealed);
    return seal.open(sealed, PURPOSE + "/" + row.stateSha256, row.tenant)
        .map(verifier -> new Asked(row.tenant, verifier));
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
