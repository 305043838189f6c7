/**
 * Submissions as the bodies of HTTP requests: a form, a single file, or JSON; read as they come in.
 *
 * <p>{@code web.v1} asks {@link dev.deckmill.api.intake.form.Bodies}; what it gets is handed to
 * {@code intake}, which does not know of HTTP.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake.form;
