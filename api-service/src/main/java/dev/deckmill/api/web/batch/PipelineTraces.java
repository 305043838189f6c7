package dev.deckmill.api.web.batch;

import dev.deckmill.api.orchestration.analysis.Outcome;
import dev.deckmill.api.orchestration.analysis.PageRecords;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.api.web.batch.PageTraceView.AnalysisResult;
import dev.deckmill.api.web.batch.PageTraceView.EmbedderResult;
import dev.deckmill.api.web.batch.PageTraceView.FindingView;
import dev.deckmill.api.web.batch.PageTraceView.MapperResult;
import dev.deckmill.api.web.batch.PageTraceView.ParseResult;
import dev.deckmill.api.web.batch.PageTraceView.PipelineTrace;
import dev.deckmill.api.web.batch.PageTraceView.PolicyDecision;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slide's conversion from its stage row and, element by element, from the record that the
 * row refers to. Counts are the row's: they hold when the record is gone.
 */
@Singleton
final class PipelineTraces {
  private final PageRecords records;

  PipelineTraces(PageRecords records) {
    this.records = records;
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
    PageRecord record = records.of(page);
    Outcome outcome = new Outcome(counts);
    int elements = outcome.elements();
    return new PipelineTrace(
        new ParseResult(true, elements, millis(timings.parseMicros())),
        new AnalysisResult(
            outcome.complexity(),
            elements,
            format(outcome.most()),
            millis(timings.analyzeMicros())),
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

  static FindingView finding(PageFinding finding) {
    return new FindingView(finding.code(), finding.elementId(), finding.detail());
  }

  static String format(PageRecord.Rendition rendition) {
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
