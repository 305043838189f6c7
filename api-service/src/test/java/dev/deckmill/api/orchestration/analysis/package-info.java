/** What {@code analysis} promises. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.analysis;
