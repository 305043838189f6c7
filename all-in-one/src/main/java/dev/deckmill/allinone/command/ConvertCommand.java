package dev.deckmill.allinone.command;

import dev.deckmill.allinone.command.option.SlideSizeOption;
import dev.deckmill.allinone.command.option.TargetOptions;
import dev.deckmill.allinone.pages.DeckOfFiles;
import dev.deckmill.allinone.pages.PageEngine;
import dev.deckmill.allinone.pages.PageFiles;
import dev.deckmill.allinone.terminal.Durations;
import dev.deckmill.allinone.terminal.Progress;
import dev.deckmill.allinone.terminal.Terminal;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideOptions.Fonts;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = {
      "Makes a deck of pages in this process, without any server.",
      "Lists what was lost or changed. Ends with 1 when a page could not be converted; it is a"
          + " placeholder slide then."
    })
final class ConvertCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "SVG files, or directories of them, in the order of the slides.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where the deck is written.")
  private Path output = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The deck's title. Default: the output's name.")
  private @Nullable String title;

  @Option(
      names = "--slide-size",
      paramLabel = "SIZE",
      defaultValue = "16:9",
      converter = SlideSizeOption.Converter.class,
      description = "16:9, 4:3, or auto: the first page's own shape (default: ${DEFAULT-VALUE}).")
  private SlideSizeOption slideSize = SlideSizeOption.AUTO;

  @Mixin private final TargetOptions aims = new TargetOptions();

  @Option(names = "--json", description = "Prints each page's outcome as JSON.")
  private boolean json;

  private final Terminal terminal;

  private final PageEngine.Source engines;

  ConvertCommand(Terminal terminal) {
    this(terminal, PageEngine.SVG_TO_SLIDE);
  }

  ConvertCommand(Terminal terminal, PageEngine.Source engines) {
    this.terminal = terminal;
    this.engines = engines;
  }

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    List<Path> pages = PageFiles.of(files);
    var deck =
        new DeckOfFiles(
            engines,
            new SlideOptions(
                slideSize.size(),
                aims.target().orElse(Target.BALANCED),
                aims.textProfile().orElse(TextProfile.POWERPOINT),
                aims.fonts().orElse(Fonts.NAME),
                SlideOptions.Limits.DEFAULT),
            this::showFault);
    List<DeckOfFiles.Outcome> outcomes;
    try (var progress = new Progress(terminal)) {
      outcomes =
          deck.write(
              pages, title(), output, (done, total) -> progress.show("Converting", done, total));
    }
    var report = new ConversionReport(outcomes);
    if (json) {
      terminal.result(report.json());
    } else {
      report.lines().forEach(terminal::result);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      terminal.result("deck written to " + output + " in " + Durations.text(took));
    }
    return report.rejected() == 0 ? ExitCode.OK : ExitCode.JOB_FAILED;
  }

  private void showFault(String page, Throwable fault) {
    terminal.note("deckmill: " + page + ": a fault of Deckmill's own; the page is a placeholder");
    fault.printStackTrace(terminal.err());
  }

  private String title() {
    return title != null ? title : output.getFileName().toString().replaceFirst("\\.[^.]+$", "");
  }
}
