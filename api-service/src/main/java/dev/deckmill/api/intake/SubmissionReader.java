package dev.deckmill.api.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.api.problem.Refusal.Measure;
import dev.deckmill.api.problem.Refusal.PageFault;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;

/** Reads one body: fields into memory, pages into the blob, nothing beyond a limit into either. */
final class SubmissionReader {
  private static final int LONGEST_FIELD = 2_000;

  private final Limits limits;
  private final BlobWriter blob;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<ReceivedPage> pages = new ArrayList<>();
  private long pageBytes;
  private int pageCount;

  SubmissionReader(Limits limits, BlobWriter blob) {
    this.limits = limits;
    this.blob = blob;
  }

  /** Reads all parts in their order. */
  Received read(Multipart.Body body) throws IOException {
    FileItemInputIterator parts = new Multipart().getItemIterator(body);
    while (parts.hasNext()) {
      FileItemInput part = parts.next();
      if (part.isFormField()) {
        field(part);
      } else {
        page(part);
      }
    }
    if (pageCount > limits.pages()) {
      throw Refusal.above(
          ErrorType.LIMIT_PAGES,
          "The request has %d pages, %d are allowed. Send them as several jobs."
              .formatted(pageCount, limits.pages()),
          new Measure(limits.pages(), pageCount));
    }
    if (pageCount == 0) {
      throw Refusal.of(
          ErrorType.SOURCE_MISSING,
          "The request brings no page. Send each SVG file as a file part of the form.");
    }
    return new Received(fields, pages);
  }

  private void field(FileItemInput part) throws IOException {
    String name = part.getFieldName();
    SubmissionOptions.checkName(name);
    try (InputStream in = part.getInputStream()) {
      byte[] value = in.readNBytes(LONGEST_FIELD + 1);
      if (value.length > LONGEST_FIELD) {
        throw optionInvalid(name + " has more than " + LONGEST_FIELD + " bytes.");
      }
      if (fields.put(name, new String(value, UTF_8)) != null) {
        throw optionInvalid(name + " is sent twice; send it once.");
      }
    }
  }

  /**
   * Pages beyond the limit are counted and not kept, so that the answer tells how many there are.
   */
  private void page(FileItemInput part) throws IOException {
    pageCount++;
    if (pageCount > limits.pages()) {
      return;
    }
    String name = SafeName.ofPath(nameOf(part), "page " + pageCount);
    try (PartStream bytes =
        new PartStream(part.getInputStream(), Math.min(limits.pageBytes(), jobBytesLeft()) + 1)) {
      BlobRef source = blob.append(bytes);
      check(name, source, bytes);
      pageBytes += source.length();
      pages.add(new ReceivedPage(pageCount, name, source));
    }
  }

  private void check(String name, BlobRef source, PartStream bytes) throws IOException {
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

  private static String nameOf(FileItemInput part) {
    String name = part.getName();
    return name == null ? "" : name;
  }

  private static Refusal optionInvalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
