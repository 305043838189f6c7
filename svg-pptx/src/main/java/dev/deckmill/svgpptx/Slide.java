package dev.deckmill.svgpptx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** One converted page with its media: a bundle. Immutable; the engine makes them. */
public interface Slide {
  /**
   * A slide that says that a page could not be converted, and why.
   *
   * @param page the page's number, from 1
   * @param name the page's label
   * @param code the stable error code
   * @param detail what failed, why and how to mend it
   */
  static Slide placeholder(int page, String name, String code, String detail, SlideSize size) {
    return Engine.provided().placeholder(page, name, code, detail, size);
  }

  /**
   * Reads a bundle that {@link #writeTo} wrote. Doesn't close {@code in}, and may read beyond the
   * bundle's end.
   *
   * @throws IOException also when the bytes are no bundle, of another version, short or damaged
   */
  static Slide read(InputStream in) throws IOException {
    return Engine.provided().read(in);
  }

  /** Writes the bundle: the same slide gives the same bytes. Doesn't close {@code out}. */
  void writeTo(OutputStream out) throws IOException;

  SlideSize size();

  /** The page's title, if it has one. */
  @Nullable String title();

  /** Lower-case hex SHA-256 of the slide part, inflated: the same for the same page and options. */
  String sha256();

  /** How many media files it brings. */
  int mediaFiles();

  /** Bytes of its slide part and its media files together, inflated. */
  long partBytes();

  SlideReport report();
}
