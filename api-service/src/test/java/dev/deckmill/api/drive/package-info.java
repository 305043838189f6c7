@org.jspecify.annotations.NullMarked
package dev.deckmill.api.drive;
