package dev.deckmill.drive;

import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.connection.Connections;
import dev.deckmill.drive.connection.OneAccount;
import dev.deckmill.drive.connection.TenantAccounts;
import dev.deckmill.drive.delivery.DeliveryTarget;
import dev.deckmill.drive.delivery.Destinations;
import dev.deckmill.drive.delivery.Pause;
import dev.deckmill.drive.files.FilesTarget;
import dev.deckmill.drive.google.ConnectedDriveTarget;
import dev.deckmill.drive.google.GoogleConsent;
import dev.deckmill.drive.google.GoogleDriveTarget;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.check.DriveChecks;
import dev.deckmill.drive.s3.S3Target;
import dev.deckmill.drive.store.ConnectionStore;
import dev.deckmill.drive.store.ConsentStore;
import dev.deckmill.drive.store.FolderStore;
import dev.deckmill.drive.store.PictureStore;
import dev.deckmill.drive.store.PlacedDeckStore;
import dev.deckmill.drive.store.SecretSeal;
import dev.deckmill.drive.store.SessionSeal;
import dev.deckmill.drive.store.SlidesStore;
import dev.deckmill.drive.store.TenantDatabase;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.drive.store.row.ConnectionRows;
import dev.deckmill.drive.store.row.ConsentRows;
import dev.deckmill.drive.store.row.FolderRows;
import dev.deckmill.drive.store.row.UploadRows;
import dev.deckmill.service.blob.BlobStore;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which place decks are put in, as the configuration says; what can't work ends the start. */
final class DriveWiring {
  @Produces
  @Singleton
  @Startup
  DriveAccess access(DriveConfig config) {
    return DriveAccess.open(config);
  }

  void close(@Disposes DriveAccess access) throws IOException {
    access.close();
  }

  @Produces
  @Singleton
  @Startup
  SessionSeal seal(DriveConfig config) {
    if (config.sealKeyFile().isPresent()) {
      return SessionSeal.withKeyIn(config.sealKeyFile().get());
    }
    return switch (config.auth()) {
      case NONE -> SessionSeal.none();
      case SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION, USER -> throw noSealKey();
    };
  }

  @Produces
  @Singleton
  @Startup
  DeliveryTarget target(
      DriveAccess access,
      UploadStore uploads,
      FolderStore folders,
      SlidesStore slides,
      PictureStore pictures,
      PlacedDeckStore placed,
      BlobStore blobs,
      Instance<ConnectionStore> connections,
      DriveConfig config) {
    Map<DeckTarget, DeliveryTarget> places = new EnumMap<>(DeckTarget.class);
    Function<DriveAccess, DeliveryTarget> google =
        as -> new GoogleDriveTarget(as, uploads, folders, slides, pictures, blobs, config);
    places.put(
        DeckTarget.DRIVE,
        switch (config.auth()) {
          case NONE, SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION -> google.apply(access);
          case USER -> new ConnectedDriveTarget(access, connections.get(), uploads, google);
        });
    config
        .files()
        .directory()
        .ifPresent(
            root ->
                places.put(
                    DeckTarget.FILES,
                    new FilesTarget(root, config.files().linkBase(), placed, blobs)));
    if (config.s3().bucket().isPresent()) {
      places.put(DeckTarget.S3, new S3Target(config.s3(), config.timeouts(), placed, blobs));
    }
    return new Destinations(places);
  }

  @Produces
  @Singleton
  @Startup
  TenantAccounts accounts(
      DriveAccess access,
      Instance<ConsentStore> consents,
      Instance<ConnectionStore> connections,
      DriveConfig config) {
    return switch (config.auth()) {
      case NONE, SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION ->
          new OneAccount(config.auth().spelling());
      case USER ->
          new Connections(
              new GoogleConsent(access, config),
              consents.get(),
              connections.get(),
              config.user().consentTime());
    };
  }

  @Produces
  @Singleton
  DriveChecks checks(Instance<ConnectionStore> connections, DriveConfig config) {
    return switch (config.auth()) {
      case NONE, SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION ->
          new DriveChecks(config, tenant -> Optional.empty());
      case USER -> new DriveChecks(config, connections.get()::find);
    };
  }

  /** Made where tenants connect accounts of their own, and nowhere else: it needs a key. */
  @Produces
  @Singleton
  ConnectionStore connections(
      TenantDatabase database,
      ConnectionRows rows,
      FolderRows folders,
      UploadRows uploads,
      DriveConfig config) {
    return new ConnectionStore(database, rows, folders, uploads, secrets(config));
  }

  /** Likewise. */
  @Produces
  @Singleton
  ConsentStore consents(TenantDatabase database, ConsentRows rows, DriveConfig config) {
    return new ConsentStore(database, rows, secrets(config));
  }

  private static SecretSeal secrets(DriveConfig config) {
    return SecretSeal.withKeysIn(
        config.sealKeyFile().orElseThrow(DriveWiring::noSealKey),
        config.oldSealKeyFiles().orElse(List.of()));
  }

  private static IllegalStateException noSealKey() {
    return new IllegalStateException(
        "deckmill.drive.seal-key-file is needed, because whoever reads tokens or an upload"
            + " session's address in the database could use them; make one with: head -c 32"
            + " /dev/urandom > FILE");
  }

  @Produces
  @Singleton
  Pause pause() {
    return Thread::sleep;
  }
}
