/**
 * What is received from converters, packager and drive-service, and what follows from it: the only
 * place where jobs and pages move.
 *
 * <p>Consumers decode nothing and decide nothing; {@link
 * dev.deckmill.api.orchestration.progress.JobProgress} holds the jobs concerned, asks {@code
 * orchestration.job} what an event does, and writes rows and orders in one transaction. {@code
 * orchestration.reaper} comes in by the same door.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.progress;
