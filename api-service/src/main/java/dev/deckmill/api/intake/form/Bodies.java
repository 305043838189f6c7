package dev.deckmill.api.intake.form;

import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.limits.Limits;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Makes submissions of bodies, none of which may be longer than the limit. */
@Singleton
public final class Bodies {
  /** The registered name of ZIP files. */
  public static final String ZIP = "application/zip";

  private final Limits limits;

  Bodies(Limits limits) {
    this.limits = limits;
  }

  /**
   * The submission that a body is, by its media type.
   *
   * @param query options for a body that has no room for any
   */
  public Submission submission(RequestBody body, Map<String, List<String>> query) {
    BodyStream stream = counted(body);
    MediaType type = MediaType.valueOf(body.contentType());
    if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return new FormBody(
          new Multipart.Body(body.contentType(), body.length().orElse(-1), stream), stream);
    }
    return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        ? new JsonBody(stream, limits.pageBytes())
        : new FileBody(stream, query);
  }

  /** A body that is a file; refused while it is read if it is too long. */
  public InputStream file(RequestBody body) {
    return counted(body);
  }

  private BodyStream counted(RequestBody body) {
    return BodyStream.of(body, limits.bodyBytes());
  }
}
