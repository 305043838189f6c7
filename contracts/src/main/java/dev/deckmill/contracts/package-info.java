/**
 * What crosses a process border: topics, error types, references to stored bytes, and the order of
 * pages that are named; the messages themselves are in {@code message}.
 *
 * <p>Plain Java without a framework and without behaviour beyond its own validity. How they become
 * bytes is service-kit's business; what they mean to a page is the engine's, which this module does
 * not know.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.contracts;
