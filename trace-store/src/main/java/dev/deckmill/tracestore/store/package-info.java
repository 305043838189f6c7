/**
 * The tables of spans, and every question that is asked of them.
 *
 * <p>Writing and reading are apart. {@link dev.deckmill.tracestore.store.SpanWriter} takes batches,
 * any number of times; {@link dev.deckmill.tracestore.store.SpanDays} makes and drops the tables of
 * a day. Each question is a class of its own:
 *
 * <ul>
 *   <li>about one tenant's job, with a {@code Tx} of {@code AppDatabase}, so that row-level
 *       security holds: {@link dev.deckmill.tracestore.store.SpansOfJob} (the outline of every span
 *       or of some pages' spans, for a waterfall; the whole spans, for an export) and {@link
 *       dev.deckmill.tracestore.store.StepsOfJob} (how often and how long each kind of step was,
 *       for a summary that costs the same for one page and for ten thousand);
 *   <li>over all tenants, with a {@code Tx} of {@code SpanDatabase}, for an operator's tools alone:
 *       {@link dev.deckmill.tracestore.store.SpansOfTrace}, {@link
 *       dev.deckmill.tracestore.store.TraceSearch}, {@link
 *       dev.deckmill.tracestore.store.TraceSummaries}, {@link
 *       dev.deckmill.tracestore.store.KnownOperations}, {@link
 *       dev.deckmill.tracestore.store.ServiceGraph}.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.store;
