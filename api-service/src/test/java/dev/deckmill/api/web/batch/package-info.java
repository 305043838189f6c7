/** The inherited batch API, held to its documentation. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.batch;
