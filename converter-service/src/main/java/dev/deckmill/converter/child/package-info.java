/**
 * What runs in a child JVM: reads pages from its standard input, runs the engine, writes bundles to
 * its standard output. Imports the JDK and the engine only, so that a page that breaks out of the
 * engine finds nothing else. {@code pool} starts it and shares its protocol.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.converter.child;
