@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.drive;
