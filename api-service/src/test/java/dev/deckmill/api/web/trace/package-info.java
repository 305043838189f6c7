/** Tests of the views of traces. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.trace;
