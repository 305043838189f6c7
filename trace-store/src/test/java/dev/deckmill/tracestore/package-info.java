@NullMarked
package dev.deckmill.tracestore;

import org.jspecify.annotations.NullMarked;
