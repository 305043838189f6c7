package dev.deckmill.api.web.trace;

import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.stage.FindingReader;
import dev.deckmill.api.store.stage.FindingReader.Filter;
import dev.deckmill.api.store.stage.FindingReader.FoundPage;
import dev.deckmill.api.store.stage.FindingReader.Place;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.Wire;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds findings in the rows of a tenant's pages, and what was decided on their elements in the
 * records that the rows refer to.
 */
@Singleton
final class Findings {
  /** More are not read for one answer, however few findings match; the next one goes on there. */
  private static final int PAGES_AT_ONCE = 100;

  private final AppDatabase database;
  private final FindingReader pages;
  private final BlobStore blobs;

  Findings(AppDatabase database, FindingReader pages, BlobStore blobs) {
    this.database = database;
    this.pages = pages;
    this.blobs = blobs;
  }

  /**
   * Some findings.
   *
   * @param next where the list goes on; null: nothing follows
   */
  record Found(List<FindingView> findings, @Nullable Place next) {}

  Found list(String tenant, Filter filter, @Nullable Place from, int limit) {
    List<FoundPage> candidates =
        database.as(tenant, tx -> pages.list(tx, tenant, filter, from, PAGES_AT_ONCE));
    List<FindingView> found = new ArrayList<>();
    for (FoundPage page : candidates) {
      boolean begun =
          from != null && from.jobId().equals(page.jobId()) && from.page() == page.number();
      int seen = begun ? from.seen() : 0;
      Map<String, PageRecord.Element> elements = elements(page);
      List<PageFinding> all = KeptFindings.read(page.findingsJson());
      for (PageFinding finding : all.subList(Math.min(seen, all.size()), all.size())) {
        if (found.size() == limit) {
          return new Found(found, new Place(page.jobId(), page.number(), seen));
        }
        PageRecord.Element element = elements.get(finding.elementId());
        if (matches(filter, finding, element)) {
          found.add(view(page, finding, element));
        }
        seen++;
      }
    }
    FoundPage last = candidates.size() < PAGES_AT_ONCE ? null : candidates.getLast();
    return new Found(found, last == null ? null : new Place(last.jobId(), last.number() + 1, 0));
  }

  private static boolean matches(
      Filter filter, PageFinding finding, PageRecord.@Nullable Element element) {
    return (filter.code() == null || filter.code().equals(finding.code()))
        && (filter.rendition() == null
            || (element != null && element.rendition() == filter.rendition()));
  }

  private static FindingView view(
      FoundPage page, PageFinding finding, PageRecord.@Nullable Element element) {
    return new FindingView(
        page.jobId(),
        page.number(),
        page.name(),
        finding.code(),
        finding.warning(),
        finding.elementId(),
        element == null ? null : element.type(),
        element == null ? null : element.rendition().name().toLowerCase(Locale.ROOT),
        element == null ? null : element.reasons(),
        finding.detail());
  }

  /** Those with an id; of two with the same one, the first. */
  private Map<String, PageRecord.Element> elements(FoundPage page) {
    Map<String, PageRecord.Element> byId = new HashMap<>();
    BlobRef ref = page.figures().record();
    if (ref == null) {
      return byId;
    }
    try {
      for (PageRecord.Element element : Wire.read(blobs.read(ref), PageRecord.class).elements()) {
        if (element.id() != null) {
          byId.putIfAbsent(element.id(), element);
        }
      }
    } catch (BlobMissingException gone) {
      return byId;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the record of page %d of %s can't be read".formatted(page.number(), page.jobId()), e);
    }
    return byId;
  }
}
