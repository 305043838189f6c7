package dev.deckmill.tracestore.jaeger;

import com.google.protobuf.ByteString;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.jaeger.wire.FindTraceIDsRequest;
import dev.deckmill.tracestore.jaeger.wire.FindTraceIDsResponse;
import dev.deckmill.tracestore.jaeger.wire.FindTraceSummariesRequest;
import dev.deckmill.tracestore.jaeger.wire.FindTraceSummariesResponse;
import dev.deckmill.tracestore.jaeger.wire.FindTracesRequest;
import dev.deckmill.tracestore.jaeger.wire.FoundTraceID;
import dev.deckmill.tracestore.jaeger.wire.GetOperationsRequest;
import dev.deckmill.tracestore.jaeger.wire.GetOperationsResponse;
import dev.deckmill.tracestore.jaeger.wire.GetServicesRequest;
import dev.deckmill.tracestore.jaeger.wire.GetServicesResponse;
import dev.deckmill.tracestore.jaeger.wire.GetTraceParams;
import dev.deckmill.tracestore.jaeger.wire.GetTracesRequest;
import dev.deckmill.tracestore.jaeger.wire.TraceQueryParameters;
import dev.deckmill.tracestore.jaeger.wire.TraceReaderGrpc;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.store.FoundTrace;
import dev.deckmill.tracestore.store.SpansOfTrace;
import dev.deckmill.tracestore.store.TraceSearch;
import dev.deckmill.tracestore.store.TraceSummaries;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.trace.v1.TracesData;
import jakarta.inject.Singleton;
import java.util.List;

/** What Jaeger wants to know about traces. */
@Singleton
final class TraceReaderService extends TraceReaderGrpc.TraceReaderImplBase {
  private final ReadingThreads threads;
  private final TraceSearch search;
  private final SpansOfTrace spans;
  private final TraceSummaries summaries;
  private final OperationLists operations;

  TraceReaderService(
      ReadingThreads threads,
      TraceSearch search,
      SpansOfTrace spans,
      TraceSummaries summaries,
      OperationLists operations) {
    this.threads = threads;
    this.search = search;
    this.spans = spans;
    this.summaries = summaries;
    this.operations = operations;
  }

  @Override
  public void getTraces(GetTracesRequest request, StreamObserver<TracesData> call) {
    PacedStream<TracesData> stream = PacedStream.of(call);
    threads.answer(
        call,
        tx -> {
          List<TraceId> traces =
              request.getQueryList().stream().map(TraceReaderService::traceId).distinct().toList();
          traces.forEach(trace -> send(tx, trace, stream));
        });
  }

  /** When it was is not asked for: the store knows better. */
  private static TraceId traceId(GetTraceParams wanted) {
    if (wanted.getTraceId().size() != TraceId.LENGTH) {
      throw Status.INVALID_ARGUMENT
          .withDescription(
              "trace_id has %d bytes; it has %d"
                  .formatted(wanted.getTraceId().size(), TraceId.LENGTH))
          .asRuntimeException();
    }
    return TraceId.of(wanted.getTraceId());
  }

  @Override
  public void findTraces(FindTracesRequest request, StreamObserver<TracesData> call) {
    PacedStream<TracesData> stream = PacedStream.of(call);
    threads.answer(
        call, tx -> found(tx, request.getQuery()).forEach(trace -> send(tx, trace.id(), stream)));
  }

  private List<FoundTrace> found(Tx tx, TraceQueryParameters query) {
    return search.find(tx, QuestionParser.parse(query));
  }

  private void send(Tx tx, TraceId trace, PacedStream<TracesData> stream) {
    TraceChunks chunks = new TraceChunks(stream::send);
    spans.read(tx, trace, chunks::add);
    chunks.end();
  }

  @Override
  public void findTraceIDs(FindTraceIDsRequest request, StreamObserver<FindTraceIDsResponse> call) {
    threads.answer(
        call,
        tx -> {
          FindTraceIDsResponse.Builder answer = FindTraceIDsResponse.newBuilder();
          found(tx, request.getQuery()).forEach(trace -> answer.addTraceIds(found(trace)));
          call.onNext(answer.build());
        });
  }

  private static FoundTraceID found(FoundTrace trace) {
    return FoundTraceID.newBuilder()
        .setTraceId(ByteString.copyFrom(trace.id().bytes()))
        .setStart(WireTimes.timestamp(trace.start()))
        .setEnd(WireTimes.timestamp(trace.end()))
        .build();
  }

  @Override
  public void findTraceSummaries(
      FindTraceSummariesRequest request, StreamObserver<FindTraceSummariesResponse> call) {
    threads.answer(
        call,
        tx -> {
          List<TraceId> traces =
              found(tx, request.getQuery()).stream().map(FoundTrace::id).toList();
          call.onNext(SummaryLines.of(summaries.of(tx, traces)));
        });
  }

  @Override
  public void getServices(GetServicesRequest request, StreamObserver<GetServicesResponse> call) {
    threads.answer(call, tx -> call.onNext(operations.services(tx)));
  }

  @Override
  public void getOperations(
      GetOperationsRequest request, StreamObserver<GetOperationsResponse> call) {
    threads.answer(call, tx -> call.onNext(operations.of(tx, request)));
  }
}
