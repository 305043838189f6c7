package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.otlp.SpanAuthorization;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import jakarta.inject.Singleton;

/** Lets in whom the door for spans lets in: whoever asks here sees every tenant's spans. */
@Singleton
final class JaegerAuthorization implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final SpanAuthorization door;

  JaegerAuthorization(SpanAuthorization door) {
    this.door = door;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (door.admits(headers.get(AUTHORIZATION))) {
      return next.startCall(call, headers);
    }
    call.close(Status.UNAUTHENTICATED.withDescription(door.howToComeIn()), new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
