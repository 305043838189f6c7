package dev.deckmill.drive.google.client;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.JsonFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drive answered a call with an error. Made of the answer's status and reason code alone: the
 * library's own exceptions carry the request's address, which may hold a session's secret.
 */
public final class DriveRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;
  private final transient Optional<Duration> retryAfter;

  private DriveRefusedException(int status, String reason, Optional<Duration> retryAfter) {
    super("Drive answered " + status + (reason.isEmpty() ? "" : " " + reason));
    this.status = status;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public static DriveRefusedException of(HttpResponseException e) {
    GoogleJsonError details =
        e instanceof GoogleJsonResponseException json ? json.getDetails() : null;
    return new DriveRefusedException(
        e.getStatusCode(), reason(details), retryAfter(e.getHeaders()));
  }

  /**
   * Reads an answer of a request that does not throw by itself; leaves it to the caller to close.
   */
  public static DriveRefusedException of(HttpResponse response, JsonFactory json) {
    GoogleJsonError details = null;
    try {
      details = GoogleJsonError.parse(json, response);
    } catch (IOException | IllegalArgumentException notGooglesForm) {
      // Proxies and load balancers answer in their own words; the status has to do.
    }
    return new DriveRefusedException(
        response.getStatusCode(), reason(details), retryAfter(response.getHeaders()));
  }

  private static String reason(@Nullable GoogleJsonError details) {
    if (details == null || details.getErrors() == null || details.getErrors().isEmpty()) {
      return "";
    }
    String reason = details.getErrors().get(0).getReason();
    // Only what looks like one of Google's words is passed on.
    return reason != null && reason.matches("[A-Za-z_]{1,64}") ? reason : "";
  }

  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    String text = headers.getRetryAfter();
    if (text == null) {
      return Optional.empty();
    }
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(Instant.now(), until)).filter(Duration::isPositive);
    } catch (DateTimeParseException neitherSecondsNorDate) {
      return Optional.empty();
    }
  }

  public int status() {
    return status;
  }

  /** Google's word for it, or an empty string. */
  public String reason() {
    return reason;
  }

  /** How long Drive wants to be left alone. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
