/**
 * Measures what the engine costs: pages of known shapes, a JMH benchmark over them, and the table
 * that comes of it. Nobody depends on this; the command line starts {@link
 * dev.deckmill.bench.EngineBench} and {@link dev.deckmill.bench.SlideFiles} as processes.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.bench;
