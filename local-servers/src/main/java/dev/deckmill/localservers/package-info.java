/**
 * Kafka and PostgreSQL on this machine, without Docker: each runs in a process of its own from
 * Maven artifacts, and ends when the process that started it ends, however that ends.
 *
 * <p>For all-in-one and for tests. No client library is here: who wants to talk to the servers
 * brings its own. What runs inside the servers' processes is in {@code child}, which no other
 * package may call.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.localservers;
