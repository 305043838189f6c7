/**
 * How a client is answered when something goes wrong: RFC 9457 problems for whatever goes wrong
 * with a request, be it refused by us, by the framework or by an address nobody serves.
 *
 * <p>{@code intake}, {@code web.identity} and {@code web.v1} throw {@link
 * dev.deckmill.api.refusal.Refusal}; how it looks on the wire is known here alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.problem;
