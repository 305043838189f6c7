/**
 * Children: JVMs of their own that run the engine on untrusted pages, kept warm, killed at a page's
 * deadline and replaced. {@link dev.deckmill.converter.pool.PageWorkers} is the door. Knows nothing
 * of Kafka or blobs.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.converter.pool;
