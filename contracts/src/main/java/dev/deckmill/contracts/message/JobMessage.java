package dev.deckmill.contracts.message;

/** A public event about a job as a whole, on {@code deckmill.job.events}. */
public sealed interface JobMessage extends Message
    permits JobAccepted, JobChanged, PagesFinished, JobCompleted, JobFailed {}
