package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.jaeger.wire.CapabilitiesGrpc;
import dev.deckmill.tracestore.jaeger.wire.GetCapabilitiesRequest;
import dev.deckmill.tracestore.jaeger.wire.GetCapabilitiesResponse;
import dev.deckmill.tracestore.jaeger.wire.SearchCapabilities;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;

/** What our searches can do, for a Jaeger that asks before it offers it. */
@Singleton
final class CapabilitiesService extends CapabilitiesGrpc.CapabilitiesImplBase {
  private static final GetCapabilitiesResponse ALL =
      GetCapabilitiesResponse.newBuilder()
          .setSearch(
              SearchCapabilities.newBuilder()
                  .setWithoutServiceName(true)
                  .setSameSpanConjunction(true))
          .build();

  @Override
  public void getCapabilities(
      GetCapabilitiesRequest request, StreamObserver<GetCapabilitiesResponse> call) {
    call.onNext(ALL);
    call.onCompleted();
  }
}
