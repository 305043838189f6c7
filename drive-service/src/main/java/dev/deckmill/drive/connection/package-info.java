/**
 * Tenants connect Google accounts of their own: a person agrees on Google's page, the code that
 * comes back is exchanged here, and the token stays here, sealed. {@link
 * dev.deckmill.drive.connection.ConsentProvider} is the door to Google.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.connection;
