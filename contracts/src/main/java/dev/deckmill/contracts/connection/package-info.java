/**
 * What api-service and drive-service say to each other about a tenant's Google account, over HTTP
 * and not over Kafka: a code that Google hands out is a secret, which a topic would keep. Paths are
 * in {@link dev.deckmill.contracts.connection.DrivePaths}. Fields are only added.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.contracts.connection;
