/** Pictures of slides, asked for over HTTP, against the real database and broker. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.preview;
