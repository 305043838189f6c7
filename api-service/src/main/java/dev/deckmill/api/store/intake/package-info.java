/** What is kept of requests before there is a job: keys, rates, uploads, intakes under way. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.intake;
