package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.otlp.SpanIntake;
import dev.deckmill.tracestore.otlp.SpanRefusal;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** OTLP over gRPC: how Jaeger writes, and whoever else has spans. */
@Singleton
final class SpanExportService extends TraceServiceGrpc.TraceServiceImplBase {
  private static final Logger LOG = Logger.getLogger(SpanExportService.class);

  private final SpanIntake intake;

  SpanExportService(SpanIntake intake) {
    this.intake = intake;
  }

  @Override
  public void export(
      ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> call) {
    intake
        .take(request)
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                call.onNext(answer);
                call.onCompleted();
              } else {
                call.onError(status(failure).asRuntimeException());
              }
            });
  }

  private static Status status(Throwable failure) {
    @Nullable Throwable cause =
        failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof SpanRefusal refusal) {
      return status(refusal.reason()).withDescription(refusal.getMessage());
    }
    LOG.error("Spans could not be taken", failure);
    return Status.INTERNAL.withDescription("Spans could not be taken");
  }

  /** OTLP's senders try again after UNAVAILABLE, but not after RESOURCE_EXHAUSTED by itself. */
  private static Status status(SpanRefusal.Reason reason) {
    return switch (reason) {
      case FLOODED, UNAVAILABLE -> Status.UNAVAILABLE;
      case INVALID -> Status.INVALID_ARGUMENT;
    };
  }
}
