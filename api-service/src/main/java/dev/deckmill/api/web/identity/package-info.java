/**
 * Who asks: from the bearer key alone comes the tenant, and from nowhere else. {@code web.v1} and
 * {@code intake.kafka} get a {@link dev.deckmill.api.web.identity.Caller}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.identity;
