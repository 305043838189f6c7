/**
 * Why something that was asked for is not done, in the words that whoever asked gets. Thrown from
 * anywhere within, by whichever way the request came.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.refusal;
