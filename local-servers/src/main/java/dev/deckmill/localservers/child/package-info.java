/**
 * What runs inside the servers' own JVMs: the main classes and what they need. Compiled against
 * Kafka and PostgreSQL's driver, which are on no other class path.
 *
 * <p>A child speaks with its parent in lines, parent to child on standard input, child to parent on
 * standard output; the end of its input means that the parent is gone, and the child follows.
 *
 * <p>PostgreSQL is run from the binaries that Zonky publishes, but not by Zonky's launcher: that
 * one switches fsync off, trusts every local user and leaves half-unpacked binaries behind when
 * killed.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.localservers.child;
