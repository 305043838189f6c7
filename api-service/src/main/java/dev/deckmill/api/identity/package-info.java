/**
 * Who asks: from the bearer key alone comes the tenant, and from nowhere else. {@code rest} and
 * {@code submit} get a {@link dev.deckmill.api.identity.Caller}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.identity;
