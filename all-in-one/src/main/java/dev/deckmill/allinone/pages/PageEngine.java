package dev.deckmill.allinone.pages;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SvgToSlide;

/** Makes slides of pages, one after the other. */
@FunctionalInterface
public interface PageEngine {
  /** The product's own. */
  Source SVG_TO_SLIDE = options -> new SvgToSlide(options)::convert;

  /**
   * Converts one page. Anything else that is thrown is a fault of the engine, which is of no more
   * use then.
   *
   * @throws PageRejected when the page can't be converted and never will be
   */
  Slide convert(Page page) throws PageRejected;

  /** Where engines come from. */
  @FunctionalInterface
  interface Source {
    /** A new engine. */
    PageEngine with(SlideOptions options);
  }
}
