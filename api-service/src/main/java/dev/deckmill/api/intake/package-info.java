/**
 * Turns a submission into a job: reads the body as it comes in, stores the pages' bytes, checks
 * what was asked for, and writes job, pages and first orders in one transaction.
 *
 * <p>{@code web.v1} and {@code intake.kafka} call {@link dev.deckmill.api.intake.JobIntake}.
 * Whether a page is an SVG is not looked at here: a page that is not fails alone, in the converter.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake;
