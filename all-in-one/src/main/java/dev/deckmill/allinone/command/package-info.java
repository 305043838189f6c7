/**
 * The command line: one class a command, which reads its options, lets the other packages work, and
 * tells a person how it went. Exit codes are in {@link dev.deckmill.allinone.command.ExitCode}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.command;
