package dev.deckmill.api.orchestration.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.Wire;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads what conversions wrote down about each element, as far as it is kept. */
@Singleton
public final class PageRecords {
  /**
   * More than the inherited API takes; the elements of all pages of a giant would fill the memory.
   */
  private static final int DETAILED_PAGES = 200;

  private final BlobStore blobs;
  private final ObjectMapper json;

  PageRecords(BlobStore blobs, ObjectMapper json) {
    this.blobs = blobs;
    this.json = json;
  }

  /** The record of a page's conversion; without one, what its stage row says. */
  public PageRecord of(PageDetails page) {
    BlobRef ref = page.figures().record();
    try {
      return ref == null || page.number() > DETAILED_PAGES
          ? unrecorded(page)
          : Wire.read(blobs.read(ref), PageRecord.class);
    } catch (BlobMissingException e) {
      return unrecorded(page);
    } catch (IOException e) {
      throw new UncheckedIOException("the record of page " + page.number() + " can't be read", e);
    }
  }

  private PageRecord unrecorded(PageDetails page) {
    try {
      PageFinding[] findings = json.readValue(page.findingsJson(), PageFinding[].class);
      return new PageRecord(List.of(), List.of(findings), 0, 0);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("findings are not as they were written", e);
    }
  }
}
