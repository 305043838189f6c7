package dev.deckmill.tracestore.jaeger;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.jaeger.wire.FindTraceSummariesResponse;
import dev.deckmill.tracestore.jaeger.wire.ServiceSummary;
import dev.deckmill.tracestore.jaeger.wire.TraceSummary;
import dev.deckmill.tracestore.store.TraceSummaries.Share;
import dev.deckmill.tracestore.store.TraceSummaries.Summary;
import java.util.List;

/** Traces in a line each, as Jaeger wants them; the most there are fit in one message. */
final class SummaryLines {
  private SummaryLines() {}

  static FindTraceSummariesResponse of(List<Summary> summaries) {
    return FindTraceSummariesResponse.newBuilder()
        .addAllSummaries(summaries.stream().map(SummaryLines::line).toList())
        .build();
  }

  private static TraceSummary line(Summary summary) {
    return TraceSummary.newBuilder()
        .setTraceId(ByteString.copyFrom(summary.id().bytes()))
        .setRootServiceName(summary.rootService())
        .setRootOperationName(summary.rootOperation())
        .setMinStartTimeUnixNano(summary.startNanos())
        .setMaxEndTimeUnixNano(summary.endNanos())
        .setSpanCount(summary.spans())
        .setErrorSpanCount(summary.errors())
        .setOrphanSpanCount(summary.orphans())
        .addAllServices(summary.services().stream().map(SummaryLines::share).toList())
        .build();
  }

  private static ServiceSummary share(Share share) {
    return ServiceSummary.newBuilder()
        .setName(share.service())
        .setSpanCount(share.spans())
        .setErrorSpanCount(share.errors())
        .build();
  }
}
