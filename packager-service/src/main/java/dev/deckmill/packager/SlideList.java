package dev.deckmill.packager;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckmill.contracts.message.DeckSlide;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The slides of a deck, read one by one from JSON lines: ten thousand of them need no memory. */
final class SlideList implements Closeable {
  private static final ObjectReader READER =
      JsonMapper.builder().build().readerFor(DeckSlide.class);

  private final MappingIterator<DeckSlide> lines;

  SlideList(InputStream in) throws IOException {
    this.lines = READER.readValues(in);
  }

  /** The next slide, or null after the last. */
  @Nullable DeckSlide next() throws IOException {
    return lines.hasNextValue() ? lines.nextValue() : null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
