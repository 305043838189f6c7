package dev.deckmill.drive.google;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.delivery.DeliveryTarget;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.access.TokenRefusedException;
import dev.deckmill.drive.google.client.DriveTroubles;
import dev.deckmill.drive.store.ConnectedAccount;
import dev.deckmill.drive.store.ConnectionStore;
import dev.deckmill.drive.store.UploadStore;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Google Drive as each tenant's own account: the deck goes to the one that is connected. */
public final class ConnectedDriveTarget implements DeliveryTarget {
  /** Beyond this many tenants access is fetched anew rather than kept. */
  private static final int KEPT = 1_000;

  private final DriveAccess access;
  private final ConnectionStore connections;
  private final UploadStore uploads;
  private final Function<DriveAccess, DeliveryTarget> targets;
  private final ConcurrentMap<String, Connected> kept = new ConcurrentHashMap<>();

  private record Connected(String connectionId, DeliveryTarget target) {}

  /**
   * A target behind the accounts of {@code connections}.
   *
   * @param targets makes the target that delivers as one account
   */
  public ConnectedDriveTarget(
      DriveAccess access,
      ConnectionStore connections,
      UploadStore uploads,
      Function<DriveAccess, DeliveryTarget> targets) {
    this.access = access;
    this.connections = connections;
    this.uploads = uploads;
    this.targets = targets;
  }

  @Override
  public Delivered deliver(UploadDeck order, DeliveryWatch watch) throws DeliveryException {
    // What was delivered stays so, whoever is connected by now.
    Optional<Delivered> before = uploads.before(order);
    return before.isPresent() ? before.get() : target(order.tenant()).deliver(order, watch);
  }

  private DeliveryTarget target(String tenant) throws DeliveryException {
    ConnectedAccount account =
        connections
            .find(tenant)
            .orElseThrow(
                () ->
                    refused(
                        "No Google account is connected for this tenant. Connect one: POST"
                            + " /v1/drive/connection"));
    if (account.broken()) {
      throw DriveTroubles.of(new TokenRefusedException("invalid_grant"));
    }
    String token =
        account
            .refreshToken()
            .orElseThrow(
                () ->
                    refused(
                        "The key that sealed this tenant's connection is not there any more. The"
                            + " operator puts it into deckmill.drive.old-seal-key-files, or connect"
                            + " again: POST /v1/drive/connection"));
    String id = account.connectionId();
    Connected known = kept.get(tenant);
    if (known == null || !known.connectionId().equals(id)) {
      Runnable gone = () -> connections.markBroken(tenant, id);
      known = new Connected(id, targets.apply(access.as(token, gone)));
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(tenant, known);
    }
    return known.target();
  }

  private static DeliveryException refused(String why) {
    return DeliveryException.lasting(
        ErrorType.DRIVE_AUTH, why + ", then POST /v1/jobs/{id}:retry?scope=delivery");
  }
}
