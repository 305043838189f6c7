package dev.deckmill.allinone.comparison;

import dev.deckmill.allinone.pages.DeckOfFiles;
import dev.deckmill.allinone.pages.DeckOfFiles.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws pages and their slides side by side. What the drawing programs leave is removed when it is
 * closed; the pictures, the deck and the report stay.
 */
public final class Comparison implements Closeable {
  /** A deck for each so many pages: LibreOffice is slow with large ones. */
  private static final int PAGES_A_DECK = 25;

  private static final Path PICTURES = Path.of("pages");

  private final DrawingPrograms programs;
  private final DeckOfFiles decks;
  private final Path directory;
  private final Path scratch;
  private final List<Compared> compared = new ArrayList<>();

  /** Called for each page that was drawn. */
  @FunctionalInterface
  public interface Progress {
    /** {@code done} of {@code total} pages are drawn. */
    void show(int done, int total);
  }

  /**
   * How it went.
   *
   * @param report the HTML page
   * @param outcomes of each page, in their order
   */
  public record Result(Path report, List<Outcome> outcomes) {
    public Result {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * @param directory where pictures, decks and report are written; made if it is not there
   */
  public Comparison(DrawingPrograms programs, DeckOfFiles decks, Path directory)
      throws IOException {
    this.programs = programs;
    this.decks = decks;
    this.directory = Files.createDirectories(directory.toAbsolutePath());
    Files.createDirectories(directory.resolve(PICTURES));
    this.scratch = Files.createTempDirectory("deckmill-drawing-");
  }

  /**
   * Draws them and writes the report.
   *
   * @throws IOException if a drawing program fails; a page that can't be converted is no reason
   */
  public Result of(List<Path> pages, Progress progress) throws IOException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (int first = 0; first < pages.size(); first += PAGES_A_DECK) {
      List<Path> some = pages.subList(first, Math.min(pages.size(), first + PAGES_A_DECK));
      List<Outcome> those = draw(some, first);
      outcomes.addAll(those);
      progress.show(outcomes.size(), pages.size());
    }
    Path report = directory.resolve("index.html");
    Files.writeString(report, new ComparisonReport(compared).html());
    return new Result(report, outcomes);
  }

  private List<Outcome> draw(List<Path> pages, int first) throws IOException, InterruptedException {
    Path deck = directory.resolve("deck-%04d.pptx".formatted(first + 1));
    List<Outcome> outcomes = decks.write(pages, "Comparison", deck, (done, total) -> {});
    List<Path> slides =
        new SlidePictures(programs, scratch).draw(deck, pages.size(), PictureSize.WIDE);
    BrowserPictures browser = new BrowserPictures(programs, scratch, PictureSize.WIDE);
    for (int i = 0; i < pages.size(); i++) {
      String number = String.format(Locale.ROOT, "%04d", first + i + 1);
      Path ofBrowser = PICTURES.resolve(number + "-browser.png");
      Path ofSlide = PICTURES.resolve(number + "-slide.png");
      browser.draw(pages.get(i), directory.resolve(ofBrowser));
      Files.move(slides.get(i), directory.resolve(ofSlide), StandardCopyOption.REPLACE_EXISTING);
      double difference = Difference.of(directory.resolve(ofBrowser), directory.resolve(ofSlide));
      compared.add(
          new Compared(
              outcomes.get(i).page(), ofBrowser, ofSlide, difference, lines(outcomes.get(i))));
    }
    return outcomes;
  }

  private static List<String> lines(Outcome outcome) {
    if (outcome.rejection() != null) {
      return List.of(outcome.rejection().code() + ": " + outcome.rejection().detail());
    }
    return outcome.findings().stream()
        .map(finding -> finding.code() + ": " + finding.detail())
        .distinct()
        .toList();
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(scratch, new Removal());
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
