/**
 * The one place where a client's words become names: of pages, files and folders. Whoever names
 * something asks {@link dev.deckmill.api.naming.SafeName}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.naming;
