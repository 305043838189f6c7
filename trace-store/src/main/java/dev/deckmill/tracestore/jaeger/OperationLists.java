package dev.deckmill.tracestore.jaeger;

import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.jaeger.wire.GetOperationsRequest;
import dev.deckmill.tracestore.jaeger.wire.GetOperationsResponse;
import dev.deckmill.tracestore.jaeger.wire.GetServicesResponse;
import dev.deckmill.tracestore.jaeger.wire.Operation;
import dev.deckmill.tracestore.span.SpanKinds;
import dev.deckmill.tracestore.store.KnownOperations;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What Jaeger's page offers to choose from before anything is looked for. */
@Singleton
final class OperationLists {
  private final KnownOperations operations;

  OperationLists(KnownOperations operations) {
    this.operations = operations;
  }

  GetServicesResponse services(Tx tx) {
    return GetServicesResponse.newBuilder().addAllServices(operations.services(tx)).build();
  }

  /** None of a kind that there isn't. */
  GetOperationsResponse of(Tx tx, GetOperationsRequest request) {
    Optional<SpanKind> kind = SpanKinds.ofWord(request.getSpanKind());
    GetOperationsResponse.Builder answer = GetOperationsResponse.newBuilder();
    if (kind.isPresent() || request.getSpanKind().isEmpty()) {
      operations
          .of(tx, request.getService(), kind)
          .forEach(operation -> answer.addOperations(wire(operation)));
    }
    return answer.build();
  }

  private static Operation wire(KnownOperations.Operation operation) {
    return Operation.newBuilder()
        .setName(operation.name())
        .setSpanKind(SpanKinds.word(operation.kind()))
        .build();
  }
}
