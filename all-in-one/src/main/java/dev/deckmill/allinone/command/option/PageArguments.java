package dev.deckmill.allinone.command.option;

import dev.deckmill.allinone.client.PageSource;
import dev.deckmill.allinone.pages.PageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The pages that a command line names, in the order of the slides. */
public final class PageArguments {
  private static final Pattern URL = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);
  private static final String COMMENT = "#";

  @Parameters(
      arity = "0..*",
      paramLabel = "PAGE",
      description =
          "SVG files, directories of them, ZIP files of them, or http(s) URLs, in the order of the"
              + " slides.")
  private List<String> arguments = List.of();

  @Option(
      names = "--urls",
      paramLabel = "FILE",
      description = "Pages by their URLs, one in a line, after those before; # begins a comment.")
  private @Nullable Path list;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /**
   * What was named.
   *
   * @throws ParameterException if that is nothing, or a line of the list is no URL
   */
  public List<PageSource> sources() throws IOException {
    List<PageSource> sources = new ArrayList<>();
    for (String argument : arguments) {
      if (isUrl(argument)) {
        sources.add(new PageSource.OfUrl(argument));
      } else {
        PageFiles.of(List.of(Path.of(argument)))
            .forEach(f -> sources.add(new PageSource.OfFile(f)));
      }
    }
    if (list != null) {
      sources.addAll(listed(list));
    }
    if (sources.isEmpty()) {
      throw wrong("Which pages? Name files, directories or URLs, or a list with --urls");
    }
    return List.copyOf(sources);
  }

  private List<PageSource> listed(Path file) throws IOException {
    List<PageSource> sources = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String entry = line.strip();
      if (isUrl(entry)) {
        sources.add(new PageSource.OfUrl(entry));
      } else if (!entry.isEmpty() && !entry.startsWith(COMMENT)) {
        throw wrong("A line of %s is no http(s) URL: %s".formatted(file, entry));
      }
    }
    return sources;
  }

  private static boolean isUrl(String text) {
    return URL.matcher(text).matches();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec, "spec").commandLine(), message);
  }
}
