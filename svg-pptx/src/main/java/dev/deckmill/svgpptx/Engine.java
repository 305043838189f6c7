package dev.deckmill.svgpptx;

import dev.deckmill.svgpptx.SlidesToDeck.Contents;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What stands behind {@link SvgToSlide}, {@link Slide} and {@link SlidesToDeck}: the one provider
 * in this library, found by its service file. So the types that users see depend on nothing else of
 * the library, and everything in it may use them. Users have no need of it.
 */
public interface Engine {
  /** Converts pages with one set of options. Not for several threads at once. */
  interface PageConverter {
    /** See {@link SvgToSlide#convert}. */
    Slide convert(Page page) throws PageRejected;

    /** See {@link SvgToSlide#preview}. */
    byte[] preview(Page page, int widthPixels) throws PageRejected;
  }

  /** A deck that is being written. Not for several threads at once. */
  interface DeckOutput extends Closeable {
    /** See {@link SlidesToDeck#add(Slide)}. */
    void add(Slide slide) throws IOException;

    /** See {@link SlidesToDeck#add(InputStream)}. */
    void add(InputStream slide) throws IOException;

    /** See {@link SlidesToDeck#finish}. */
    Contents finish() throws IOException;
  }

  /** A converter for one thread. */
  PageConverter converter(SlideOptions options, StageObserver observer);

  /** A deck that goes to {@code out}. */
  DeckOutput deck(OutputStream out, DeckOptions options);

  /** See {@link Slide#read}. */
  Slide read(InputStream in) throws IOException;

  /** See {@link Slide#placeholder}. */
  Slide placeholder(int page, String name, String code, String detail, SlideSize size);

  /**
   * The provider of this library.
   *
   * @throws IllegalStateException when its service file is not on the class path: a jar that was
   *     repacked without {@code META-INF/services}
   */
  static Engine provided() {
    return Provided.ENGINE;
  }
}
