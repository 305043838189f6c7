/**
 * How pages would come out, without a deck to keep: a job that is waited for, reported and removed.
 *
 * <p>SVG is parsed in the converters' child processes alone, so pages to be analysed go the way of
 * all others. Nothing is decided here about a page; what is reported was decided by the engine.
 * Called by {@code web.v1} and {@code web.batch}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.analysis;
