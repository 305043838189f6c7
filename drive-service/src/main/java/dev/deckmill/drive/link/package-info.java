/**
 * Where api-service asks about tenants' Google accounts, behind a token of its own. Codes come in
 * here; no token goes out.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.link;
