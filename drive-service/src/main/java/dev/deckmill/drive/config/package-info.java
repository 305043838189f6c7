/** All that can be set about drive-service; every other package may read it, and it knows none. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.config;
