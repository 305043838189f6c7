/**
 * The whole set, as real processes from the jars that the build made, seen from outside: REST,
 * Kafka, Postgres, the stand-in for Drive, and the spans that the services export.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.endtoend;
