/** Where the project's own files are, for tests that hold them against the code. */
@NullMarked
package dev.deckmill.allinone.project;

import org.jspecify.annotations.NullMarked;
