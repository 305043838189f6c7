/**
 * Measures a set: how long its parts take to start, how many pages a second a giant job makes, how
 * long a small one takes alone and beside it, and what processor time each part spends. What is
 * measured by the engine alone is in module bench; how it is printed, in {@code command}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.measure;
