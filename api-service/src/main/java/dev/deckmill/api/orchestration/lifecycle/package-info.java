/**
 * What a client asks of jobs that were taken in: to cancel one, to have it go on, to deliver its
 * deck, to delete it.
 *
 * <p>{@code orchestration.job} says what may be done, {@code orchestration.progress} carries it
 * out; here the job is held, the caller's right to it is seen to and the deed is audited. Called by
 * {@code web.v1}, {@code web.batch} and {@code orchestration.analysis}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.lifecycle;
