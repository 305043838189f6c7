/** Whether the service can do its work; the framework asks, nobody else. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.health;
