package dev.deckmill.allinone.pages;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes what the engine throws on a page that page's failure, and goes on with a new engine. */
final class GuardedEngine {
  private final PageEngine.Source engines;
  private final SlideOptions options;
  private @Nullable PageEngine engine;

  GuardedEngine(PageEngine.Source engines, SlideOptions options) {
    this.engines = engines;
    this.options = options;
  }

  /**
   * Converts one page.
   *
   * @throws IOException if the file can't be read
   */
  Slide convert(Path file) throws PageFailed, IOException {
    try {
      Page page = new Page(file.getFileName().toString(), Files.readAllBytes(file));
      return engine().convert(page);
    } catch (PageRejected e) {
      throw new PageFailed(
          ErrorType.valueOf(e.code().name()), String.valueOf(e.getMessage()), null);
    } catch (RuntimeException | Error e) {
      // The edge of the engine. An overflow of the stack or the heap ends with the page that
      // caused it; what the engine holds of the page goes with the engine.
      engine = null;
      throw new PageFailed(
          ErrorType.PAGE_CRASH,
          "The converter failed on the page: " + e.getClass().getName() + ". Please report it.",
          e);
    }
  }

  private PageEngine engine() {
    PageEngine current = engine;
    if (current == null) {
      current = engines.with(options);
      engine = current;
    }
    return current;
  }
}
