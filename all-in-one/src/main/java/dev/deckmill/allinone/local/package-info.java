/**
 * Deckmill on one machine: what it consists of, with which settings each part starts, and where its
 * data lie. {@link dev.deckmill.allinone.local.LocalDeckmill} starts and ends the whole set; the
 * commands {@code demo} and {@code up} and the end-to-end test all use it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.local;
