/**
 * What a submission may ask for: the figures in force and their caps. Read by {@code intake},
 * {@code orchestration.progress} and {@code web.v1}; how they are set is known here alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.limits;
