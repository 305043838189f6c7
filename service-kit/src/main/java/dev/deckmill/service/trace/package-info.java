/**
 * How one job stays one trace: the names of our span attributes, and the spans around a message
 * that is sent and around one that is worked on.
 *
 * <p>The messaging library's own tracing is switched off: it ends its spans when a record is
 * fetched and knows nothing of batches.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.trace;
