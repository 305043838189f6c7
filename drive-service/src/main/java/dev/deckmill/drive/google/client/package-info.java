/**
 * What can be asked of Drive, by Google's client, what it reports about files, and what each of its
 * refusals means for a delivery. No bytes of a deck pass here.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.google.client;
