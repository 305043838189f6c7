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

  public static Refusal of(int status, String reason, String message) {
    return new Refusal(status, reason, message, "");
  }

  public static Refusal invalid(String parameter, String message) {
    return new Refusal(400, "invalid", message, parameter);
  }

  public static Refusal badRequest(String message) {
    return of(400, "badRequest", message);
  }

  public static Refusal noFile(String id) {
    return new Refusal(404, "notFound", "File not found: " + id + ".", "fileId");
  }

  public static Refusal noAddress() {
    return of(404, "notFound", "Not Found");
  }

  public int status() {
    return status;
  }

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
