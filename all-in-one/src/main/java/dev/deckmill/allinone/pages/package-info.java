/**
 * Pages that lie in files of this machine: which they are, in which order, and how they become a
 * deck without any server.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.pages;
