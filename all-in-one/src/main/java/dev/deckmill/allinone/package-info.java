/**
 * Deckmill's command line and everything that it runs on one machine. {@link
 * dev.deckmill.allinone.Main} is all there is here: commands are in {@code command}, the set of
 * processes in {@code local} and {@code process}, the REST caller in {@code client}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone;
