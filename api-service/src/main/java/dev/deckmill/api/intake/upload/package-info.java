/**
 * Files that are sent ahead, to be named by submissions afterwards: kept for a while, for their
 * tenant alone.
 *
 * <p>{@code web.v1} keeps them, {@code intake} opens them, {@code orchestration.reaper} removes
 * them.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake.upload;
