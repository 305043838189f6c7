/** Following jobs over HTTP, and through two feeds on one database. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.events;
