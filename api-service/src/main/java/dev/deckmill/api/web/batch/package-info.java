/**
 * The inherited batch API under {@code /batch} and {@code /analyze}: its words for the jobs that
 * there are.
 *
 * <p>Here are its routes, the forms of its answers, and how our states and stage rows are put in
 * its words. Nothing is kept and nothing is decided here: jobs are taken in by {@code intake},
 * delivered by {@code orchestration.lifecycle}, read by {@code store}'s readers, as for {@code
 * /v1}. Called by clients alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.batch;
