package dev.deckmill.svgpptx;

/**
 * Converts pages, one after the other. Not for several threads at once; each thread has its own.
 */
public final class SvgToSlide {
  private final Engine.PageConverter converter;

  /**
   * Is called around each stage of a conversion; how a service puts spans around them without the
   * engine knowing of spans.
   */
  public interface StageObserver {
    /** Observes nothing. */
    StageObserver NONE =
        new StageObserver() {
          @Override
          public <T> T in(Stage stage, Work<T> work) throws PageRejected {
            return work.run();
          }
        };

    /** The four stages, in their order. */
    enum Stage {
      PARSE,
      ANALYZE,
      MAP,
      EMBED
    }

    /** A stage's work. */
    @FunctionalInterface
    interface Work<T> {
      T run() throws PageRejected;
    }

    /** Runs {@code work}, once, on the calling thread, and returns what it returns. */
    <T> T in(Stage stage, Work<T> work) throws PageRejected;
  }

  public SvgToSlide(SlideOptions options) {
    this(options, StageObserver.NONE);
  }

  /**
   * @param observer is called around each stage
   */
  public SvgToSlide(SlideOptions options, StageObserver observer) {
    this.converter = Engine.provided().converter(options, observer);
  }

  /**
   * Converts one page. The same page and options give the same slide.
   *
   * @throws PageRejected when the page can't be converted and never will be
   */
  public Slide convert(Page page) throws PageRejected {
    return converter.convert(page);
  }

  /**
   * Draws one page as its SVG means it, on a white slide of the size that {@link #convert} makes it
   * for. The observer is not called.
   *
   * @param widthPixels of the picture, above 0
   * @return a PNG file
   * @throws PageRejected also when the page can't be drawn in one picture
   */
  public byte[] preview(Page page, int widthPixels) throws PageRejected {
    return converter.preview(page, widthPixels);
  }
}
