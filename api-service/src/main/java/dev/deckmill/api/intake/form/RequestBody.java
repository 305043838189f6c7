package dev.deckmill.api.intake.form;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A request's body with what its headers say about it.
 *
 * @param contentType the media type, with its parameters
 * @param length how long it is, if the client says so
 * @param stream the body, not read yet
 * @param cutOff ends the connection to a client that does not come to the body's end, once it has
 *     its answer
 */
public record RequestBody(
    String contentType, OptionalLong length, InputStream stream, Runnable cutOff) {}
