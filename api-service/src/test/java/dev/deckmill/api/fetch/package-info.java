/** Tests of fetching pages by their URLs. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.fetch;
