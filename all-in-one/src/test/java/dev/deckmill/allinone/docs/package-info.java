/**
 * Holds what the documents say against what the code has: links, names, codes, topics, commands.
 * Whether a sentence is well put is for people.
 */
@NullMarked
package dev.deckmill.allinone.docs;

import org.jspecify.annotations.NullMarked;
