/**
 * Processes of our own: starting one, knowing when it is ready, starting it again when it dies, and
 * never leaving one behind. What the processes are is not known here, but in package {@code local}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.process;
