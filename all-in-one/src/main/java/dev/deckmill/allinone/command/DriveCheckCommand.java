package dev.deckmill.allinone.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckmill.allinone.client.DriveCheck;
import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.SettingsCheck;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Looks at keys, token, clock, folder and room, and says what is missing and what to do.",
      "Asks the Deckmill that runs, for the tenant of the key; with --config it looks at a file of"
          + " settings before anything runs. Ends with 1 when something stands in the way."
    })
final class DriveCheckCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings to look at: lines of NAME=VALUE as in .env, or a .properties file. Paths in it"
              + " are looked for on this machine.")
  private @Nullable Path config;

  @Option(names = "--json", description = "Prints the answer as JSON.")
  private boolean json;

  private final Terminal terminal;

  DriveCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String answer =
        config == null
            ? server.client().driveCheckAsJson()
            : SettingsCheck.run(Installation.ofThisProcess(), config);
    DriveCheck check = JSON.readValue(answer, DriveCheck.class);
    if (json) {
      terminal.result(answer);
    } else {
      print(check);
    }
    return good(check) ? ExitCode.OK : ExitCode.JOB_FAILED;
  }

  private static boolean good(DriveCheck check) {
    return check.checks().stream().noneMatch(item -> outcome(item).equals("problem"));
  }

  private static String outcome(DriveCheck.Item item) {
    return item.outcome().toLowerCase(Locale.ROOT);
  }

  private void print(DriveCheck check) {
    terminal.result(check.mode() + ": " + check.about());
    for (DriveCheck.Item item : check.checks()) {
      terminal.result("%-8s %s: %s".formatted(outcome(item), item.name(), item.found()));
      if (item.mend() != null) {
        terminal.result("         " + item.mend());
      }
    }
    terminal.result(
        good(check)
            ? "Nothing stands in the way of a delivery."
            : "Decks can't be delivered until the problems above are mended.");
  }
}
