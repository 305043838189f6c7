package dev.deckmill.allinone.pages;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SvgToSlide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a deck of files in this process; a page that is rejected becomes a placeholder slide. */
public final class DeckOfFiles {
  private final SlideOptions options;

  /** Is told of each page once its slide is in the deck. */
  @FunctionalInterface
  public interface Progress {
    /** {@code done} of {@code total} pages are slides. */
    void show(int done, int total);
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
  public record Rejection(PageRejected.Code code, String detail) {}

  /**
   * @param options a null slide size stands for that of the first page that can be converted
   */
  public DeckOfFiles(SlideOptions options) {
    this.options = options;
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
    var toSlide =
        new SvgToSlide(
            new SlideOptions(size, options.target(), options.textProfile(), options.limits()));
    List<Outcome> outcomes = new ArrayList<>();
    try (var out = Files.newOutputStream(file);
        var deck = new SlidesToDeck(out, new DeckOptions(title, size))) {
      for (Path page : pages) {
        Page read = read(page);
        try {
          Slide slide = toSlide.convert(read);
          deck.add(slide);
          outcomes.add(new Outcome(read.name(), slide.report().findings(), null));
        } catch (PageRejected e) {
          var rejection = new Rejection(e.code(), String.valueOf(e.getMessage()));
          deck.add(placeholder(outcomes.size() + 1, read.name(), rejection, size));
          outcomes.add(new Outcome(read.name(), List.of(), rejection));
        }
        progress.show(outcomes.size(), pages.size());
      }
    }
    return outcomes;
  }

  private static Slide placeholder(int page, String name, Rejection rejection, SlideSize size) {
    return Slide.placeholder(page, name, rejection.code().name(), rejection.detail(), size);
  }

  private SlideSize size(List<Path> pages) throws IOException {
    if (options.slideSize() != null) {
      return options.slideSize();
    }
    var toSlide = new SvgToSlide(options);
    for (Path page : pages) {
      try {
        return toSlide.convert(read(page)).size();
      } catch (PageRejected placeholderLater) {
        // The next one may tell.
      }
    }
    return SlideSize.WIDE;
  }

  private static Page read(Path page) throws IOException {
    return new Page(page.getFileName().toString(), Files.readAllBytes(page));
  }
}
