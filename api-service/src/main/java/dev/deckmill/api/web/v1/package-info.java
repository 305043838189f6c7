/**
 * The REST API under {@code /v1}: resources and what they answer with. A resource finds out who
 * asks, calls one use case or one reader, and shows the outcome; it decides nothing.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.v1;
