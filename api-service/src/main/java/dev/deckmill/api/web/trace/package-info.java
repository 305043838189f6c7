/**
 * A job's trace, for its tenant: as JSON, as OTLP, as a page to look at; and the findings of all of
 * a tenant's jobs. What stage rows say is complete whatever happens to telemetry; spans add what
 * only they know. Nothing here writes.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.trace;
