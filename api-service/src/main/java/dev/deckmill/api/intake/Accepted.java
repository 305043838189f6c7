package dev.deckmill.api.intake;

import dev.deckmill.api.store.job.JobDetails;

/**
 * A submission that has its job.
 *
 * @param replayed the job is not new: a submission with the same key and content brought it before
 */
public record Accepted(JobDetails job, boolean replayed) {}
