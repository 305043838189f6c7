package dev.deckmill.api.web.identity;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.intake.KeyStore;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Makes the configured key valid before the first request is served. */
@Singleton
final class BootstrapKey {
  private static final String NAME = "bootstrap";
  private static final int LEAST_LENGTH = 32;

  private final RolesConfig roles;
  private final ApiConfig config;
  private final WorkerDatabase database;
  private final KeyStore keys;
  private final AuditStore audit;

  BootstrapKey(
      RolesConfig roles,
      ApiConfig config,
      WorkerDatabase database,
      KeyStore keys,
      AuditStore audit) {
    this.roles = roles;
    this.config = config;
    this.database = database;
    this.keys = keys;
    this.audit = audit;
  }

  void install(@Observes StartupEvent start) {
    if (roles.api()) {
      config.bootstrapKey().ifPresent(this::install);
    }
  }

  private void install(String key) {
    if (key.length() < LEAST_LENGTH) {
      throw new IllegalArgumentException(
          "deckmill.api.bootstrap-key has "
              + key.length()
              + " characters, at least "
              + LEAST_LENGTH
              + " are needed: make one with \"openssl rand -base64 32\"");
    }
    String tenant = config.bootstrapTenant();
    database.useTransaction(
        tx -> {
          keys.replace(tx, new KeyStore.Key(tenant, NAME, ApiKeys.hash(key)));
          audit.noteAsWorker(
              tx, new AuditStore.Deed(tenant, "start", "key.bootstrap", NAME, "done", null));
        });
  }
}
