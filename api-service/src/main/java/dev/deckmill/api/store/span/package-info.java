/**
 * The tables of spans, and every question that is asked of them.
 *
 * <p>Writing and reading are apart. {@link dev.deckmill.api.store.span.SpanWriter} takes batches,
 * any number of times; {@link dev.deckmill.api.store.span.SpanDays} makes and drops the tables of a
 * day. Each question is a class of its own:
 *
 * <ul>
 *   <li>about one tenant's job, with a {@code Tx} of {@code AppDatabase}, so that row-level
 *       security holds: {@link dev.deckmill.api.store.span.SpansOfJob} (the outline of every span
 *       or of some pages' spans, for a waterfall; the whole spans, for an export) and {@link
 *       dev.deckmill.api.store.span.StepsOfJob} (how often and how long each kind of step was, for
 *       a summary that costs the same for one page and for ten thousand);
 *   <li>over all tenants, with a {@code Tx} of {@code WorkerDatabase}, for an operator's tools
 *       alone: {@link dev.deckmill.api.store.span.SpansOfTrace}, {@link
 *       dev.deckmill.api.store.span.TraceSearch}, {@link
 *       dev.deckmill.api.store.span.TraceSummaries}, {@link
 *       dev.deckmill.api.store.span.KnownOperations}, {@link
 *       dev.deckmill.api.store.span.ServiceGraph}.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.span;
