package dev.deckmill.allinone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "drive",
    description = "Says whether decks can be delivered to Google Drive.",
    synopsisSubcommandLabel = "COMMAND")
final class DriveCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which command? There is: check");
    }
  }
}
