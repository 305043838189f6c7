package dev.deckmill.api.web.problem;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;

/** Which trouble stands for a status that the framework answers with. */
final class Problems {
  private Problems() {}

  static Trouble ofStatus(int status) {
    return switch (status) {
      case 401 ->
          new Trouble(
              ErrorType.UNAUTHENTICATED, "Send an API key as \"Authorization: Bearer <key>\".");
      case 403 -> new Trouble(ErrorType.FORBIDDEN, "The API key does not allow this.");
      case 404 ->
          new Trouble(
              ErrorType.NOT_FOUND, "Nothing is served here; /v1/openapi lists every address.");
      case 405 ->
          new Trouble(
              ErrorType.METHOD_NOT_ALLOWED,
              "The address is served, but not with this method; /v1/openapi lists what is.");
      case 406, 415 ->
          new Trouble(
              ErrorType.MEDIA_TYPE,
              "The address takes or gives other media types; /v1/openapi lists them.");
      case 413 ->
          new Trouble(ErrorType.LIMIT_JOB_BYTES, "The request is too large; see /v1/limits.");
      case 503 -> overloaded();
      default ->
          status < 500
              ? new Trouble(ErrorType.MESSAGE_INVALID, "The request is not as HTTP has it.")
              : internal();
    };
  }

  static Trouble overloaded() {
    return new Trouble(
        ErrorType.OVERLOADED, "The service has more to do than it can take. Try again later.");
  }

  /** Says no more than that: what went wrong is in the log, under the request's id. */
  static Trouble internal() {
    return new Trouble(
        ErrorType.INTERNAL,
        "The request failed through no fault of its own. Try again; if it fails again, give the"
            + " requestId to whoever runs this service.");
  }
}
