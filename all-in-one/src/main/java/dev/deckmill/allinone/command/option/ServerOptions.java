package dev.deckmill.allinone.command.option;

import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.local.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which Deckmill a command talks to. */
public final class ServerOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:DECKMILL_URL:-" + Option.NULL_VALUE + "}",
      description =
          "Where Deckmill answers. Default: DECKMILL_URL, else the one that ./deckmill up runs.")
  private @Nullable URI url;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:DECKMILL_KEY:-" + Option.NULL_VALUE + "}",
      description =
          "The API key; better given as DECKMILL_KEY, as others can read command lines. Default:"
              + " that, else the key of ./deckmill up.")
  private @Nullable String key;

  @Mixin private final DataOption data = new DataOption();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  public JobClient client() throws IOException {
    return new JobClient(address(data.directory()), apiKey(data.directory()));
  }

  private URI address(Path directory) throws IOException {
    if (url != null) {
      return url;
    }
    return DataDirectory.announced(directory)
        .orElseThrow(
            () ->
                wrong(
                    "No Deckmill runs with its data in "
                        + directory
                        + ". Start one with ./deckmill up, or name one with --url."));
  }

  private String apiKey(Path directory) throws IOException {
    if (key != null) {
      return key;
    }
    return DataDirectory.apiKey(directory)
        .orElseThrow(() -> wrong("No API key is known. Give it as DECKMILL_KEY or with --key."));
  }

  private ParameterException wrong(String message) {
    if (command == null) {
      throw new IllegalStateException("the options belong to no command");
    }
    return new ParameterException(command.commandLine(), message);
  }
}
