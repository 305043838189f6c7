package dev.deckmill.api.web.v1;

import dev.deckmill.api.intake.Accepted;
import dev.deckmill.api.intake.IdempotencyKey;
import dev.deckmill.api.intake.JobIntake;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.intake.form.RequestBody;
import dev.deckmill.api.web.identity.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where every address that takes submissions hands them in. */
@Singleton
final class SubmissionDesk {
  /** Says that an answer shows a job that was there before. */
  static final String REPLAYED = "Idempotency-Replayed";

  /** The header that names a submission. */
  static final String KEY = "Idempotency-Key";

  /** What the OpenAPI document says of it. */
  static final String ABOUT_KEY =
      "the client's own name for the submission, at most 255 characters: sent again within seven"
          + " days, it is answered with the same job";

  private final Bodies bodies;
  private final JobIntake intake;
  private final ClientConnection connection;

  SubmissionDesk(Bodies bodies, JobIntake intake, ClientConnection connection) {
    this.bodies = bodies;
    this.intake = intake;
    this.connection = connection;
  }

  /**
   * What the headers say of a body.
   *
   * @param length how long it is, if the client says so
   * @param key the submission's name, if it has one
   */
  record Headers(String contentType, @Nullable Long length, @Nullable String key) {}

  /** Takes a submission in. */
  Accepted take(Caller caller, InputStream body, Headers headers, UriInfo uri) {
    IdempotencyKey key = headers.key() == null ? null : new IdempotencyKey(headers.key());
    return intake.accept(caller, read(body, headers, uri), key);
  }

  /** The submission that a request is, not read yet. */
  Submission read(InputStream body, Headers headers, UriInfo uri) {
    OptionalLong length =
        headers.length() == null ? OptionalLong.empty() : OptionalLong.of(headers.length());
    return bodies.submission(
        new RequestBody(headers.contentType(), length, body, connection::closeAfterAnswer),
        uri.getQueryParameters());
  }
}
