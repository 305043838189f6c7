package dev.deckmill.allinone.command;

import dev.deckmill.allinone.command.option.TargetOptions;
import dev.deckmill.allinone.comparison.Comparison;
import dev.deckmill.allinone.comparison.DrawingPrograms;
import dev.deckmill.allinone.pages.DeckOfFiles;
import dev.deckmill.allinone.pages.PageEngine;
import dev.deckmill.allinone.pages.PageFiles;
import dev.deckmill.allinone.process.Ending;
import dev.deckmill.allinone.terminal.Progress;
import dev.deckmill.allinone.terminal.Terminal;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlideSize;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "field",
    description = {
      "Draws each page as a browser shows it and its slide as LibreOffice does, side by side.",
      "Needs chromium, soffice and pdftoppm. Text is laid out for LibreOffice unless another program"
          + " is named. Ends with 1 when a page could not be converted."
    })
final class BenchFieldCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "SVG files, or directories of them.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "bench-field",
      description = "Where pictures, decks and index.html are written (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Mixin private final TargetOptions aims = new TargetOptions();

  private final Terminal terminal;
  private final String searched;

  /**
   * @param searched where the drawing programs are looked for, as in PATH
   */
  BenchFieldCommand(Terminal terminal, String searched) {
    this.terminal = terminal;
    this.searched = searched;
  }

  @Override
  public Integer call() throws Exception {
    List<Path> pages = PageFiles.of(files);
    DrawingPrograms programs = DrawingPrograms.in(searched);
    Comparison.Result result;
    try (var ending = new Ending();
        var progress = new Progress(terminal)) {
      Comparison comparison = ending.with(new Comparison(programs, decks(), output));
      result = comparison.of(pages, (done, total) -> progress.show("Drawing", done, total));
    }
    var report = new ConversionReport(result.outcomes());
    report.lines().forEach(terminal::result);
    terminal.result("side by side in " + result.report());
    return report.rejected() == 0 ? ExitCode.OK : ExitCode.JOB_FAILED;
  }

  private DeckOfFiles decks() {
    return new DeckOfFiles(
        PageEngine.SVG_TO_SLIDE,
        new SlideOptions(
            SlideSize.WIDE,
            aims.target().orElse(Target.BALANCED),
            aims.textProfile().orElse(TextProfile.LIBREOFFICE),
            SlideOptions.Limits.DEFAULT),
        this::showFault);
  }

  private void showFault(String page, Throwable fault) {
    terminal.note("deckmill: " + page + ": a fault of Deckmill's own; the page is a placeholder");
    fault.printStackTrace(terminal.err());
  }
}
