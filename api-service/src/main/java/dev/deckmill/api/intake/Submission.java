package dev.deckmill.api.intake;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A request that brings a job.
 *
 * @param contentType the body's media type, with its boundary
 * @param contentLength the body's length, if the client tells it
 * @param body the body, not read yet
 */
public record Submission(String contentType, OptionalLong contentLength, InputStream body) {}
