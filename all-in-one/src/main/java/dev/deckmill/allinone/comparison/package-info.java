/**
 * Decks beside what a browser shows of the same pages, for people who judge conversions by eye. The
 * browser and the office program are foreign programs of this machine; the product needs neither.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.comparison;
