/**
 * Tenants' Google accounts as the API shows them. Whatever is secret about them lies in
 * drive-service: it is asked over HTTP, a code from Google is handed on to it, and no token comes
 * back.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.web.drive;
