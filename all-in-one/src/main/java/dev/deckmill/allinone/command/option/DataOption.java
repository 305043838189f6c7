package dev.deckmill.allinone.command.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a lasting set keeps its data. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:DECKMILL_DATA:-_NULL_}",
      description =
          "The data directory of ./deckmill up. Default: DECKMILL_DATA, else"
              + " ~/.local/share/deckmill.")
  private @Nullable Path directory;

  public Path directory() {
    return directory != null
        ? directory
        : Path.of(System.getProperty("user.home"), ".local", "share", "deckmill");
  }
}
