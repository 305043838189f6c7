package dev.deckmill.allinone.pages;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a deck of files in this process; a page that has no slide becomes a placeholder. */
public final class DeckOfFiles {
  private final PageEngine.Source engines;
  private final SlideOptions options;
  private final Faults faults;

  /** Called for each page once its slide is in the deck. */
  @FunctionalInterface
  public interface Progress {
    /** {@code done} of {@code total} pages are slides. */
    void show(int done, int total);
  }

  /** Called for each page on which the engine failed. */
  @FunctionalInterface
  public interface Faults {
    /**
     * Takes one.
     *
     * @param page the page's name
     * @param fault what the engine threw; its message may quote the page
     */
    void report(String page, Throwable fault);
  }

  /**
   * How one page came out.
   *
   * @param rejection why it is a placeholder, or null
   */
  public record Outcome(String page, List<Finding> findings, @Nullable Rejection rejection) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /** Why a page could not be converted. */
  public record Rejection(ErrorType code, String detail) {}

  /**
   * @param options a null slide size stands for that of the first page that can be converted
   */
  public DeckOfFiles(PageEngine.Source engines, SlideOptions options, Faults faults) {
    this.engines = engines;
    this.options = options;
    this.faults = faults;
  }

  /** Writes the deck, which is there whole or not at all. */
  public List<Outcome> write(List<Path> pages, String title, Path target, Progress progress)
      throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path partial = directory.resolve(".deckmill-" + UUID.randomUUID() + ".part");
    try {
      List<Outcome> outcomes = writeTo(partial, pages, title, progress);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
      return outcomes;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private List<Outcome> writeTo(Path file, List<Path> pages, String title, Progress progress)
      throws IOException {
    SlideSize size = size(pages);
    var engine = new GuardedEngine(engines, options.sized(size));
    List<Outcome> outcomes = new ArrayList<>();
    try (var out = Files.newOutputStream(file);
        var deck = new SlidesToDeck(out, new DeckOptions(title, size))) {
      for (Path page : pages) {
        outcomes.add(add(deck, engine, page, outcomes.size() + 1, size));
        progress.show(outcomes.size(), pages.size());
      }
    }
    return outcomes;
  }

  private Outcome add(
      SlidesToDeck deck, GuardedEngine engine, Path page, int number, SlideSize size)
      throws IOException {
    String name = page.getFileName().toString();
    Slide slide;
    Outcome outcome;
    try {
      slide = engine.convert(page);
      outcome = new Outcome(name, slide.report().findings(), null);
    } catch (PageFailed e) {
      if (e.getCause() != null) {
        faults.report(name, e.getCause());
      }
      slide = Slide.placeholder(number, name, e.type().name(), e.detail(), size);
      outcome = new Outcome(name, List.of(), new Rejection(e.type(), e.detail()));
    }
    deck.add(slide);
    return outcome;
  }

  private SlideSize size(List<Path> pages) throws IOException {
    if (options.slideSize() != null) {
      return options.slideSize();
    }
    var engine = new GuardedEngine(engines, options);
    for (Path page : pages) {
      try {
        return engine.convert(page).size();
      } catch (PageFailed placeholderLater) {
        // The next one may have a size.
      }
    }
    return SlideSize.WIDE;
  }
}
