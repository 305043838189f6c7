/**
 * Fetches pages by their URLs: the role of the api-service that reaches out into the network, and
 * the door it does so through. Knows no database; hears orders and tells what became of them.
 *
 * <p>A URL is a client's word. What is judged is the address that is dialled, at each hop, never
 * the text; and what a server answers is a page's bytes or nothing: no client ever reads it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.fetch;
