package dev.deckmill.api.intake;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.Refusal.Measure;
import dev.deckmill.api.refusal.Refusal.PageFault;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes pages one after the other into the submission's blob, as long as they are allowed. */
final class PageTaker {
  private final Limits limits;
  private final BlobWriter blob;
  private final List<ReceivedPage> pages = new ArrayList<>();
  private long pageBytes;
  private int pageCount;

  PageTaker(Limits limits, BlobWriter blob) {
    this.limits = limits;
    this.blob = blob;
  }

  /**
   * So many pages are about to come.
   *
   * @throws Refusal if they are more than are allowed with those that came before
   */
  void expect(int more) {
    if (more > limits.pages() - pageCount) {
      throw tooMany(pageCount + more);
    }
  }

  /**
   * Takes a page. One beyond the limit is counted and not kept, so that the answer says how many
   * there are.
   *
   * @param label what the client calls it, perhaps a path
   * @param content its bytes
   */
  void take(String label, InputStream content) throws IOException {
    pageCount++;
    if (pageCount > limits.pages()) {
      return;
    }
    String name = SafeName.ofPath(label, "page " + pageCount);
    // Not closed: it belongs to whoever handed it over.
    @SuppressWarnings("resource")
    PageStream bytes = new PageStream(content, Math.min(limits.pageBytes(), jobBytesLeft()) + 1);
    BlobRef source = blob.append(bytes);
    check(name, source, bytes);
    pageBytes += source.length();
    pages.add(new ReceivedPage(pageCount, name, source, null));
  }

  /** Takes a page that is to be fetched. */
  void takeUrl(String label, String url) {
    pageCount++;
    if (pageCount <= limits.pages()) {
      String name = SafeName.ofPath(label, "page " + pageCount);
      pages.add(new ReceivedPage(pageCount, name, null, url));
    }
  }

  private void check(String name, BlobRef source, PageStream bytes) throws IOException {
    PageFault page = new PageFault(pageCount, name);
    if (source.length() == 0) {
      throw Refusal.ofPage(
          ErrorType.SOURCE_MISSING,
          "Page %d (%s) is an empty file. Leave it out or send its content."
              .formatted(pageCount, name),
          null,
          page);
    }
    if (source.length() > limits.pageBytes()) {
      throw Refusal.ofPage(
          ErrorType.LIMIT_PAGE_BYTES,
          "Page %d (%s) has more than %d bytes. Make it smaller, for example its pictures."
              .formatted(pageCount, name, limits.pageBytes()),
          new Measure(limits.pageBytes(), bytes.measure()),
          page);
    }
    if (source.length() > jobBytesLeft()) {
      throw Refusal.above(
          ErrorType.LIMIT_JOB_BYTES,
          "The pages have more than %d bytes together. Send them as several jobs."
              .formatted(limits.jobBytes()),
          new Measure(limits.jobBytes(), pageBytes + bytes.measure()));
    }
  }

  private long jobBytesLeft() {
    return limits.jobBytes() - pageBytes;
  }

  /**
   * The pages, in their order.
   *
   * @throws Refusal if there are too many, or none
   */
  List<ReceivedPage> taken() {
    if (pageCount > limits.pages()) {
      throw tooMany(pageCount);
    }
    if (pageCount == 0) {
      throw Refusal.of(
          ErrorType.SOURCE_MISSING,
          "The request brings no page. Send each SVG file as a file part of the form, a ZIP file of"
              + " them, or JSON that names their sources.");
    }
    return List.copyOf(pages);
  }

  private Refusal tooMany(int count) {
    return Refusal.above(
        ErrorType.LIMIT_PAGES,
        "The request has %d pages, %d are allowed. Send them as several jobs."
            .formatted(count, limits.pages()),
        new Measure(limits.pages(), count));
  }
}
