/**
 * From the bundles of a job to its deck: {@code DeckConsumer} takes the order, {@code
 * DeckPackaging} sees to it and answers, {@link dev.deckmill.packager.DeckPackager} carries it out.
 * Decides nothing about the job.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.packager;
