package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.jaeger.wire.Dependency;
import dev.deckmill.tracestore.jaeger.wire.DependencyReaderGrpc;
import dev.deckmill.tracestore.jaeger.wire.GetDependenciesRequest;
import dev.deckmill.tracestore.jaeger.wire.GetDependenciesResponse;
import dev.deckmill.tracestore.store.ServiceGraph;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Which service called which: counted from the spans when Jaeger asks. */
@Singleton
final class DependencyReaderService extends DependencyReaderGrpc.DependencyReaderImplBase {
  private final ReadingThreads threads;
  private final ServiceGraph graph;

  DependencyReaderService(ReadingThreads threads, ServiceGraph graph) {
    this.threads = threads;
    this.graph = graph;
  }

  @Override
  public void getDependencies(
      GetDependenciesRequest request, StreamObserver<GetDependenciesResponse> call) {
    threads.answer(
        call,
        tx -> {
          Instant from = WireTimes.instant(request.getStartTime()).orElse(Instant.EPOCH);
          Instant to =
              WireTimes.instant(request.getEndTime()).orElseThrow(DependencyReaderService::noEnd);
          call.onNext(answer(graph.between(tx, from, to)));
        });
  }

  private static RuntimeException noEnd() {
    return Status.INVALID_ARGUMENT.withDescription("end_time is missing").asRuntimeException();
  }

  private static GetDependenciesResponse answer(List<ServiceGraph.Call> calls) {
    GetDependenciesResponse.Builder answer = GetDependenciesResponse.newBuilder();
    calls.forEach(
        call ->
            answer.addDependencies(
                Dependency.newBuilder()
                    .setParent(call.parent())
                    .setChild(call.child())
                    .setCallCount(call.count())));
    return answer.build();
  }
}
