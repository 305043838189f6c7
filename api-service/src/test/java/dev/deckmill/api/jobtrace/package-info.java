/** Tests of what is told of traces. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.jobtrace;
