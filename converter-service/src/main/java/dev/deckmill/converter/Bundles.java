package dev.deckmill.converter;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.message.Wire;
import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Finding.Severity;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideReport;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores what a child has made of a page, and makes the result message of it. */
@Singleton
final class Bundles {
  private final BlobStore blobs;

  Bundles(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * Stores the bundle.
   *
   * @param started the start notice of the attempt, if it was not sent before
   * @throws IOException also when the child's bytes are no bundle
   */
  PageConverted keep(
      ConvertPage page,
      ChildReply.Converted converted,
      PageSpans.PageSpan span,
      @Nullable PageStarted started)
      throws IOException {
    Slide slide = Slide.read(new ByteArrayInputStream(converted.bundle()));
    SlideReport report = slide.report();
    BlobRef bundle;
    BlobRef record;
    // One file for both: a page costs one.
    try (BlobWriter file = blobs.create(key(page), Durability.REMAKEABLE)) {
      bundle = file.append((OutputStream out) -> out.write(converted.bundle()));
      record = file.append(new ByteArrayInputStream(Wire.write(record(slide))));
      file.commit();
    }
    span.converted(converted.startedMicros(), report);
    return new PageConverted(
        page.jobId(),
        page.tenant(),
        page.page(),
        page.attempt(),
        bundle,
        new SlideSize(slide.size().widthEmu(), slide.size().heightEmu()),
        slide.title(),
        slide.sha256(),
        timings(report.timings()),
        renditions(report.renditions()),
        worst(report.findings()),
        report.findings().size(),
        span.traceparent(),
        record,
        started);
  }

  private static PageRecord record(Slide slide) {
    SlideReport report = slide.report();
    return new PageRecord(
        report.elements().stream().map(Bundles::element).toList(),
        report.findings().stream().map(Bundles::finding).toList(),
        slide.mediaFiles(),
        slide.partBytes());
  }

  private static PageRecord.Element element(SlideReport.ElementDecision element) {
    return new PageRecord.Element(
        element.elementType(),
        element.id(),
        switch (element.rendition()) {
          case NATIVE -> PageRecord.Rendition.NATIVE;
          case APPROXIMATE -> PageRecord.Rendition.APPROXIMATE;
          case RASTER -> PageRecord.Rendition.RASTER;
        },
        element.reasons(),
        element.bytes());
  }

  /**
   * A key of its own for each conversion: a bundle holds its timings, so a page converted again has
   * other bytes, and must not replace those that the first answer promised.
   */
  private static String key(ConvertPage page) {
    return "bundles/"
        + page.jobId()
        + "/"
        + page.page()
        + "-"
        + page.attempt()
        + "-"
        + UUID.randomUUID();
  }

  private static StageTimings timings(SlideReport.Timings timings) {
    return new StageTimings(
        timings.parseMicros(), timings.analyzeMicros(), timings.mapMicros(), timings.embedMicros());
  }

  private static Renditions renditions(SlideReport.Renditions renditions) {
    return new Renditions(
        renditions.nativeElements(), renditions.approximateElements(), renditions.rasterElements());
  }

  private static List<PageFinding> worst(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .limit(PageConverted.MAX_FINDINGS)
        .map(Bundles::finding)
        .toList();
  }

  private static PageFinding finding(Finding finding) {
    return new PageFinding(
        finding.code().name(),
        finding.severity() == Severity.WARNING,
        finding.elementId(),
        finding.detail());
  }
}
