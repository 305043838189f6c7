package dev.deckmill.svgpptx;

import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.BundleFormat;
import dev.deckmill.svgpptx.embed.PlaceholderSlide;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One converted page with its media: a bundle. Immutable. */
public final class Slide {
  private final Bundle bundle;
  private final SlideReport report;

  Slide(Bundle bundle, SlideReport report) {
    this.bundle = Objects.requireNonNull(bundle, "bundle");
    this.report = Objects.requireNonNull(report, "report");
  }

  /**
   * A slide that says that a page could not be converted, and why.
   *
   * @param page the page's number, from 1
   * @param name the page's label
   * @param code the stable error code
   * @param detail what failed, why and how to mend it
   */
  public static Slide placeholder(
      int page, String name, String code, String detail, SlideSize size) {
    return new Slide(
        PlaceholderSlide.bundle(page, name, code, detail, size), PlaceholderSlide.report());
  }

  /**
   * Reads a bundle that {@link #writeTo} wrote. Doesn't close {@code in}, and may read beyond the
   * bundle's end.
   *
   * @throws IOException also when the bytes are no bundle, of another version, short or damaged
   */
  public static Slide read(InputStream in) throws IOException {
    BundleFormat.Content content = BundleFormat.read(in);
    return new Slide(content.bundle(), content.report());
  }

  /** Writes the bundle: the same slide gives the same bytes. Doesn't close {@code out}. */
  public void writeTo(OutputStream out) throws IOException {
    BundleFormat.write(new BundleFormat.Content(bundle, report), out);
  }

  public SlideSize size() {
    return bundle.size();
  }

  /** The page's title, if it has one. */
  public @Nullable String title() {
    return bundle.title();
  }

  /** Lower-case hex SHA-256 of the slide part, inflated: the same for the same page and options. */
  public String sha256() {
    return bundle.sha256();
  }

  /** How many media files it brings. */
  public int mediaFiles() {
    return bundle.media().size();
  }

  /** Bytes of its slide part and its media files together, inflated. */
  public long partBytes() {
    return bundle.slide().size()
        + bundle.media().stream().mapToLong(media -> media.part().size()).sum();
  }

  public SlideReport report() {
    return report;
  }

  Bundle bundle() {
    return bundle;
  }
}
