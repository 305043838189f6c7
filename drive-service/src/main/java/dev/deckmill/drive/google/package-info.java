/**
 * Google Drive as a place to put decks: what a delivery there comes to, step by step, and how a
 * tenant's own account is connected. Callers are the service's wiring and {@code connection}; the
 * rooms below are for this package.
 *
 * <p>{@code access} says as whom Drive is called and how often, {@code client} what can be asked of
 * it, {@code upload} brings bytes there; each knows only those before it. {@code check} looks
 * whether all that would work.
 *
 * <p>With its rooms the only user of Google's libraries. Nothing that Google says in words, no
 * address and no token leaves them: only statuses and Google's reason codes do.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.google;
