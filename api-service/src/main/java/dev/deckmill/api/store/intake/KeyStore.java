package dev.deckmill.api.store.intake;

import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.service.sql.Columns;
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

  KeyStore(AppDatabase app) {
    this.app = app;
  }

  /** The key with this hash. */
  public Optional<Key> find(String sha256) {
    return app.showing(
        sha256,
        tx ->
            tx.handle()
                .createQuery(
                    "select tenant, name, encode(sha256, 'hex') as hash from api.api_key where sha256 = :hash")
                .bind("hash", HexFormat.of().parseHex(sha256))
                .map(
                    (row, context) ->
                        new Key(
                            Columns.text(row, "tenant"),
                            Columns.text(row, "name"),
                            Columns.text(row, "hash")))
                .findOne());
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
