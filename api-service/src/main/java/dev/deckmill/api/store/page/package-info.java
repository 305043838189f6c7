/** Pages of jobs, and pictures of them that somebody wants to see. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.page;
