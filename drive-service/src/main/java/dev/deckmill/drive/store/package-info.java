/**
 * What is remembered so that an order that comes again, or was cut short, ends with the same one
 * file: a row for each job, a row for each folder. Every statement runs as one tenant under
 * row-level security.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.store;
