package dev.deckmill.api.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.batch.PageTraceView.AnalysisResult;
import dev.deckmill.api.batch.PageTraceView.EmbedderResult;
import dev.deckmill.api.batch.PageTraceView.FindingView;
import dev.deckmill.api.batch.PageTraceView.MapperResult;
import dev.deckmill.api.batch.PageTraceView.ParseResult;
import dev.deckmill.api.batch.PageTraceView.PipelineTrace;
import dev.deckmill.api.batch.PageTraceView.PolicyDecision;
import dev.deckmill.api.store.PageDetails;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.PageFinding;
import dev.deckmill.contracts.message.PageRecord;
import dev.deckmill.contracts.message.Renditions;
import dev.deckmill.contracts.message.StageTimings;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.Wire;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a slide's conversion from its stage row and, element by element, from the record that the
 * row refers to. Counts are the row's: they hold when the record is gone.
 */
@Singleton
final class PipelineTraces {
  /**
   * More than the inherited API takes; the elements of all pages of a giant would fill the memory.
   */
  private static final int DETAILED_PAGES = 200;

  private final BlobStore blobs;
  private final ObjectMapper json;

  PipelineTraces(BlobStore blobs, ObjectMapper json) {
    this.blobs = blobs;
    this.json = json;
  }

  /**
   * A page's trace; null if it is no slide.
   *
   * @param target what its conversion was to favour
   */
  @Nullable PipelineTrace of(PageDetails page, String target) {
    StageTimings timings = page.timings();
    Renditions counts = page.renditions();
    if (timings == null || counts == null) {
      return null;
    }
    PageRecord record = record(page);
    int elements = elements(counts);
    return new PipelineTrace(
        new ParseResult(true, elements, millis(timings.parseMicros())),
        new AnalysisResult(
            complexity(counts), elements, mostOf(counts), millis(timings.analyzeMicros())),
        mapped(record, timings.mapMicros()),
        new EmbedderResult(
            elements,
            counts.nativeElements(),
            counts.approximateElements(),
            counts.rasterElements(),
            record.mediaFiles(),
            millis(timings.embedMicros()),
            record.partBytes()),
        record.elements().stream().map(element -> decision(element, target)).toList(),
        record.findings().stream().map(PipelineTraces::finding).toList());
  }

  private PageRecord record(PageDetails page) {
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

  private static int elements(Renditions counts) {
    return counts.nativeElements() + counts.approximateElements() + counts.rasterElements();
  }

  private static double complexity(Renditions counts) {
    double weight = counts.rasterElements() + counts.approximateElements() / 2.0;
    return weight / Math.max(1, elements(counts));
  }

  private static String mostOf(Renditions counts) {
    int most =
        Math.max(
            counts.nativeElements(),
            Math.max(counts.approximateElements(), counts.rasterElements()));
    if (most == counts.nativeElements()) {
      return format(PageRecord.Rendition.NATIVE);
    }
    return format(
        most == counts.approximateElements()
            ? PageRecord.Rendition.APPROXIMATE
            : PageRecord.Rendition.RASTER);
  }

  private static List<MapperResult> mapped(PageRecord record, long micros) {
    long bytes = record.elements().stream().mapToLong(PageRecord.Element::bytes).sum();
    return record.elements().stream()
        .map(
            element ->
                new MapperResult(
                    element.type(),
                    element.id(),
                    format(element.rendition()),
                    millis(micros) * element.bytes() / Math.max(1, bytes),
                    element.bytes()))
        .toList();
  }

  private static PolicyDecision decision(PageRecord.Element element, String target) {
    return new PolicyDecision(
        element.id(), element.type(), format(element.rendition()), element.reasons(), target);
  }

  private static FindingView finding(PageFinding finding) {
    return new FindingView(finding.code(), finding.elementId(), finding.detail());
  }

  private static String format(PageRecord.Rendition rendition) {
    return switch (rendition) {
      case NATIVE -> "native_dml";
      case APPROXIMATE -> "approximate_dml";
      case RASTER -> "raster_picture";
    };
  }

  static double millis(long micros) {
    return micros / 1000.0;
  }
}
