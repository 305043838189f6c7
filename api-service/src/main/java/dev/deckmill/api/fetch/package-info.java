/**
 * Fetches pages by their URLs: the role of the api-service that reaches out into the network. Knows
 * no database; is sent orders and answers what became of them.
 *
 * <p>A URL is a client's word. {@link dev.deckmill.api.fetch.UrlValidator} judges how it is
 * written; what counts is the address that is dialled, at each hop, never the text ({@link
 * dev.deckmill.api.fetch.VettedNames}); and what a server answers is a page's bytes or nothing: no
 * client ever reads it. What it sends is counted from the socket on ({@link
 * dev.deckmill.api.fetch.ReceiveLimit}).
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.fetch;
