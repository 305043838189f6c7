/**
 * The api-service: takes jobs in, keeps their state, and is the only one who decides what is next.
 *
 * <p>Here is nothing but its configuration. {@code rest} and {@code identity} face the client,
 * {@code intake} turns a submission into a job, {@code job} says how jobs and pages move, {@code
 * progress} and {@code reaper} move them, {@code outbox} sends what was decided, {@code telemetry}
 * takes spans in, {@code drive} asks drive-service on behalf of tenants, {@code store} (with {@code
 * store.span}) is the only one that speaks SQL.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api;
