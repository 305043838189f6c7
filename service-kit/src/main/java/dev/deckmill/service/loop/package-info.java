/**
 * Threads that repeat one step for as long as the service runs. Whatever a step throws is logged
 * and counted, and the thread goes on; a thread that ended all the same shows in the liveness.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.loop;
