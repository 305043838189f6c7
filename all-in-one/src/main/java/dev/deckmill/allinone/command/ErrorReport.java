package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.DeckmillUnreachable;
import dev.deckmill.allinone.client.RequestRefused;
import dev.deckmill.allinone.local.DataDirectoryInUse;
import dev.deckmill.allinone.process.StartFailed;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into a sentence and an exit code. A stack trace is for our faults. */
final class ErrorReport implements IExecutionExceptionHandler {
  private final Terminal terminal;

  ErrorReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return switch (failure) {
      case RequestRefused refused -> print(refused.getMessage(), ExitCode.REFUSED);
      case DeckmillUnreachable unreachable -> print(unreachable.getMessage(), ExitCode.REFUSED);
      case DataDirectoryInUse inUse -> print(inUse.getMessage(), ExitCode.SET_UP);
      case StartFailed startFailed -> print(startFailed.getMessage(), ExitCode.SET_UP);
      case FileSystemException file -> print(text(file), ExitCode.USAGE);
      case IOException io -> print(io.getMessage(), ExitCode.SET_UP);
      case InterruptedException interrupted -> print("Interrupted.", ExitCode.SET_UP);
      case Exception ours -> {
        ours.printStackTrace(terminal.err());
        yield print("this is a fault of Deckmill's own", ExitCode.FAULT);
      }
    };
  }

  private static String text(FileSystemException failure) {
    String reason =
        failure.getReason() != null ? failure.getReason() : failure.getClass().getSimpleName();
    return failure.getFile() + ": " + reason;
  }

  private int print(String message, int exitCode) {
    terminal.note("deckmill: " + message);
    return exitCode;
  }
}
