/**
 * What a person sees: lines, a progress bar, tables, durations. Pure rendering; no job and no
 * process is known here. The commands use it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.terminal;
