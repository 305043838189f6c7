package dev.deckmill.fakedrive.file;

import java.util.Optional;

/** A request that Drive does not serve, with what Drive says about it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;
  private final String location;

  private Refusal(int status, String reason, String message, String location) {
    super(message, null, false, false);
    this.status = status;
    this.reason = reason;
    this.location = location;
  }

  /** With Google's word for the reason, as in {@code storageQuotaExceeded}. */
  public static Refusal of(int status, String reason, String message) {
    return new Refusal(status, reason, message, "");
  }

  /** 400 for the value of a query parameter, which the answer names as the location. */
  public static Refusal invalid(String parameter, String message) {
    return new Refusal(400, "invalid", message, parameter);
  }

  /** 400 for a request that is not as Drive's reference has it. */
  public static Refusal badRequest(String message) {
    return of(400, "badRequest", message);
  }

  /** 404, the same for a file that is not there and for one that may not be seen. */
  public static Refusal noFile(String id) {
    return new Refusal(404, "notFound", "File not found: " + id + ".", "fileId");
  }

  /** 404 for a path that no call has. */
  public static Refusal noAddress() {
    return of(404, "notFound", "Not Found");
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** Google's word for the reason, which clients look at. */
  public String reason() {
    return reason;
  }

  /** The query parameter at fault. */
  public Optional<String> location() {
    return location.isEmpty() ? Optional.empty() : Optional.of(location);
  }

  /** Rates and quotas have a domain of their own in Google's errors. */
  public String domain() {
    return switch (reason) {
      case "rateLimitExceeded",
          "userRateLimitExceeded",
          "dailyLimitExceeded",
          "sharingRateLimitExceeded" ->
          "usageLimits";
      default -> "global";
    };
  }

  /** What Drive most often means by a status. */
  public static String usualReason(int status) {
    return switch (status) {
      case 400 -> "badRequest";
      case 401 -> "authError";
      case 403 -> "insufficientFilePermissions";
      case 404, 410 -> "notFound";
      case 409 -> "fileIdInUse";
      case 429 -> "rateLimitExceeded";
      default -> "backendError";
    };
  }
}
