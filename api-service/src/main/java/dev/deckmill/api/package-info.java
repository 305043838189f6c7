/**
 * The api-service: takes jobs in, keeps their state, and is the only one who decides what is next.
 *
 * <p>Here is nothing but its configuration. {@code web} faces clients over HTTP, {@code intake}
 * turns a submission into a job, whichever way it came, {@code orchestration} says how jobs and
 * pages move, moves them and finds what got stuck, {@code outbox} sends what was decided, {@code
 * events} informs those who follow a job, {@code fetch} gets pages by their URLs in a process of
 * its own, and {@code store} alone speaks SQL. Spans are kept by the module {@code trace-store}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api;
