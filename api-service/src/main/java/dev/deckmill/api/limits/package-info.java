/**
 * What a submission may ask for: the figures in force and their caps. Read by {@code intake},
 * {@code progress} and {@code rest}; how they are set is known here alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.limits;
