package dev.deckmill.tracestore.otlp;

import dev.deckmill.tracestore.otlp.SpanRefusal.Reason;
import dev.deckmill.tracestore.span.SpanHygiene;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes spans in. */
@Singleton
public final class SpanIntake {
  private final SpanQueue queue;
  private final SpanRules rules;

  SpanIntake(SpanQueue queue, SpanRules rules) {
    this.queue = queue;
    this.rules = rules;
  }

  /**
   * Takes what is fit to be kept.
   *
   * @return the answer to the sender once all of it is committed, which says how many spans were
   *     not fit; fails with {@link SpanRefusal}
   */
  public CompletionStage<ExportTraceServiceResponse> take(ExportTraceServiceRequest request) {
    List<TracedSpan> fit = new ArrayList<>();
    long unfit = 0;
    for (ResourceSpans resource : request.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        SpanOrigin origin = SpanHygiene.clean(origin(resource, scope));
        for (Span span : scope.getSpansList()) {
          if (rules.allow(span)) {
            fit.add(new TracedSpan(SpanHygiene.clean(span), origin));
          } else {
            unfit++;
          }
        }
      }
    }
    ExportTraceServiceResponse answer = answer(unfit);
    if (fit.isEmpty()) {
      return CompletableFuture.completedStage(answer);
    }
    Waiting waiting = new Waiting(fit, request.getSerializedSize(), new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      return CompletableFuture.failedStage(
          new SpanRefusal(
              Reason.FLOODED, "More spans come in than can be stored; send these again later"));
    }
    return waiting.written().thenApply(nothing -> answer);
  }

  private static SpanOrigin origin(ResourceSpans resource, ScopeSpans scope) {
    return new SpanOrigin(
        resource.getResource(), resource.getSchemaUrl(), scope.getScope(), scope.getSchemaUrl());
  }

  private ExportTraceServiceResponse answer(long unfit) {
    ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
    if (unfit > 0) {
      answer.setPartialSuccess(
          ExportTracePartialSuccess.newBuilder()
              .setRejectedSpans(unfit)
              .setErrorMessage(rules.sentence()));
    }
    return answer.build();
  }
}
