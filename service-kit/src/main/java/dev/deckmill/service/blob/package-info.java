/**
 * Where bytes lie that are too large for a message. {@link dev.deckmill.service.blob.BlobStore} is
 * the door; adapters are beside it and only their wiring names them.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.blob;
