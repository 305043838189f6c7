/**
 * What each stage of a page took and found: rows that are summed up for a job and shown page by
 * page.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.stage;
