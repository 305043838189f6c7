/**
 * Holds {@code deploy/} and {@code docker-compose.yml} to what the code says, and runs the
 * gateway's configuration in a real nginx. Nothing here needs Docker. How the programs in the
 * containers behave is not tested here.
 */
@NullMarked
package dev.deckmill.allinone.deploy;

import org.jspecify.annotations.NullMarked;
