package dev.deckmill.api.store.intake;

import dev.deckmill.api.store.row.KeyRows;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;

/** API keys; only their hashes are known here. */
@Singleton
public final class KeyStore {
  /**
   * A key.
   *
   * @param tenant whom it belongs to
   * @param name which of that tenant's keys it is, for people
   * @param sha256 lower-case hex
   */
  public record Key(String tenant, String name, String sha256) {}

  private final AppDatabase app;
  private final KeyRows rows;

  KeyStore(AppDatabase app, KeyRows rows) {
    this.app = app;
    this.rows = rows;
  }

  /** The key with this hash, whosever it is. */
  public Optional<Key> find(String sha256) {
    HexFormat hex = HexFormat.of();
    return app.showing(
        sha256,
        () ->
            rows.findByIdOptional(hex.parseHex(sha256))
                .map(row -> new Key(row.tenant, row.name, hex.formatHex(row.sha256))));
  }

  /** Makes {@code key} the only one of its name, in whichever tenant one had been. */
  public void replace(Tx tx, Key key) {
    tx.handle()
        .createUpdate("delete from api.api_key where name = :name or sha256 = :hash")
        .bind("name", key.name())
        .bind("hash", HexFormat.of().parseHex(key.sha256()))
        .execute();
    tx.handle()
        .createUpdate(
            """
            insert into api.api_key (tenant, name, sha256) values (:tenant, :name, :hash)
            on conflict do nothing
            """)
        .bind("tenant", key.tenant())
        .bind("name", key.name())
        .bind("hash", HexFormat.of().parseHex(key.sha256()))
        .execute();
  }
}
