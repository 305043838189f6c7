package dev.deckmill.drive.google.client;

import static dev.deckmill.contracts.ErrorType.DRIVE_AUTH;
import static dev.deckmill.contracts.ErrorType.DRIVE_FOLDER;
import static dev.deckmill.contracts.ErrorType.DRIVE_QUOTA;
import static dev.deckmill.contracts.ErrorType.DRIVE_UNAVAILABLE;

import com.google.auth.Retryable;
import dev.deckmill.drive.delivery.DeckUnreadableException;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.google.access.GateShutException;
import dev.deckmill.drive.google.access.TokenRefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** What Drive's errors mean to us, with how to mend them. */
public final class DriveTroubles {
  private static final Set<String> RATES =
      Set.of(
          "rateLimitExceeded",
          "userRateLimitExceeded",
          "dailyLimitExceeded",
          "sharingRateLimitExceeded",
          "backendError",
          "internalError");
  private static final Set<String> ROOM =
      Set.of(
          "storageQuotaExceeded",
          "quotaExceeded",
          "teamDriveFileLimitExceeded",
          "activeItemCreationLimitExceeded");
  private static final Set<String> PLACE =
      Set.of(
          "insufficientFilePermissions",
          "insufficientParentPermissions",
          "parentNotAFolder",
          "numChildrenInNonRootLimitExceeded",
          "myDriveHierarchyDepthLimitExceeded",
          "teamDriveHierarchyTooDeep",
          "teamDriveMembershipRequired",
          "cannotAddParent",
          "notFound");

  private static final Set<String> SHARING =
      Set.of(
          "invalidSharingRequest",
          "shareOutNotPermitted",
          "shareInNotPermitted",
          "publishOutNotPermitted",
          "cannotShareTeamDriveWithNonGoogleAccounts",
          "domainPolicy");

  private DriveTroubles() {}

  /** What a failed call means, whether Drive refused it or it never got an answer. */
  public static DeliveryException of(IOException e) {
    return switch (e) {
      case DriveRefusedException refused -> refused(refused);
      case TokenRefusedException token -> token(token);
      case DeckUnreadableException unreadable -> unreadable.outcome();
      case GateShutException shut -> shut(shut);
      case UploadInterruptedException interrupted ->
          DeliveryException.passing(
              DRIVE_UNAVAILABLE, interrupted.getMessage() + "; it is taken up again");
      // An open set: the network has its own ways.
      default -> unreached(e);
    };
  }

  /** A folder that was there before is not there any more; the next try makes it anew. */
  public static DeliveryException folderGone() {
    return DeliveryException.passing(
        DRIVE_FOLDER, "A folder of the path was deleted in Google Drive", Optional.empty());
  }

  private static DeliveryException shut(GateShutException gate) {
    return DeliveryException.passing(
        DRIVE_UNAVAILABLE,
        gate.getMessage()
            + "; it is tried again. If that happens often, raise"
            + " deckmill.drive.limiter.queries-per-second or deliver less at once",
        Optional.of(gate.pause()));
  }

  private static DeliveryException token(TokenRefusedException refused) {
    return DeliveryException.lasting(
        DRIVE_AUTH,
        refused.consentGone()
            ? "The connected Google account hands out no access any more: its owner took the consent"
                + " back, or it expired. Connect it again: POST /v1/drive/connection, then POST"
                + " /v1/jobs/{id}:retry?scope=delivery"
            : "Google does not take this installation's OAuth client ("
                + refused.error()
                + "); check deckmill.drive.user.client-file");
  }

  private static DeliveryException refused(DriveRefusedException refused) {
    int status = refused.status();
    String said = " (status " + status + reason(refused) + ")";
    if (status == 429 || status == 408 || status >= 500 || RATES.contains(refused.reason())) {
      return DeliveryException.passing(
          DRIVE_UNAVAILABLE,
          "Google Drive is busy or out of order"
              + said
              + "; it was tried again as often as makes sense",
          refused.retryAfter());
    }
    if (SHARING.contains(refused.reason())) {
      return DeliveryException.lasting(
          DRIVE_AUTH,
          "Google Drive does not share the file as asked"
              + said
              + "; check the addresses, and whom the domain's administrator lets files be shared"
              + " with");
    }
    if (status == 401) {
      return DeliveryException.lasting(
          DRIVE_AUTH,
          "Google Drive does not accept the credentials"
              + said
              + "; check the account and its key");
    }
    if (status == 403 && ROOM.contains(refused.reason())) {
      return DeliveryException.lasting(
          DRIVE_QUOTA,
          "Google Drive has no room for the file"
              + said
              + "; make room, or use a folder of a shared drive: a service account has no room of"
              + " its own");
    }
    if (status == 404 || (status == 403 && PLACE.contains(refused.reason()))) {
      return DeliveryException.lasting(
          DRIVE_FOLDER,
          "The folder is not there, is not a folder, or is not open to the account"
              + said
              + "; check its id and share it with the account as an editor");
    }
    if (status == 403) {
      return DeliveryException.lasting(
          DRIVE_AUTH,
          "Google Drive does not let the account do this"
              + said
              + "; check that the Drive API is switched on for its project and what the account may do");
    }
    return DeliveryException.lasting(
        DRIVE_UNAVAILABLE, "Google Drive does not take the request" + said);
  }

  private static String reason(DriveRefusedException refused) {
    return refused.reason().isEmpty() ? "" : ", " + refused.reason();
  }

  /** Trouble on the way to Drive, or with fetching a token. */
  private static DeliveryException unreached(IOException e) {
    if (authRefused(e)) {
      return DeliveryException.lasting(
          DRIVE_AUTH, "Google hands out no token for the account; check its key and its scope");
    }
    return DeliveryException.passing(
        DRIVE_UNAVAILABLE,
        "Google Drive could not be reached or broke off ("
            + e.getClass().getSimpleName()
            + "); check the network and that the root URL is right",
        Optional.empty());
  }

  private static boolean authRefused(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof Retryable auth) {
        return !auth.isRetryable();
      }
    }
    return false;
  }
}
