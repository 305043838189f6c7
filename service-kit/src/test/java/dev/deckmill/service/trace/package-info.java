/** One job, one trace. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.trace;
