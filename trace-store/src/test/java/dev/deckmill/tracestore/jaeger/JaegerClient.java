package dev.deckmill.tracestore.jaeger;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.jaeger.wire.CapabilitiesGrpc;
import dev.deckmill.tracestore.jaeger.wire.DependencyReaderGrpc;
import dev.deckmill.tracestore.jaeger.wire.FindTracesRequest;
import dev.deckmill.tracestore.jaeger.wire.GetTraceParams;
import dev.deckmill.tracestore.jaeger.wire.GetTracesRequest;
import dev.deckmill.tracestore.jaeger.wire.TraceQueryParameters;
import dev.deckmill.tracestore.jaeger.wire.TraceReaderGrpc;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.testing.Spans;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Asks as Jaeger does, with the limits that gRPC's clients have. */
@Singleton
final class JaegerClient {
  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final JaegerServer server;
  private final ManagedChannel connection;
  private final Channel channel;

  JaegerClient(JaegerServer server) {
    this.server = server;
    this.connection =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, Spans.AUTHORIZATION);
    this.channel =
        ClientInterceptors.intercept(
            connection, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @PreDestroy
  void close() {
    connection.shutdownNow();
  }

  /** Without a token. */
  Channel bare() {
    return connection;
  }

  int port() {
    return server.port();
  }

  ExportTraceServiceResponse write(ResourceSpans... resources) {
    return TraceServiceGrpc.newBlockingStub(channel).export(Spans.request(resources));
  }

  TraceReaderGrpc.TraceReaderBlockingStub reader() {
    return TraceReaderGrpc.newBlockingStub(channel);
  }

  DependencyReaderGrpc.DependencyReaderBlockingStub dependencies() {
    return DependencyReaderGrpc.newBlockingStub(channel);
  }

  CapabilitiesGrpc.CapabilitiesBlockingStub capabilities() {
    return CapabilitiesGrpc.newBlockingStub(channel);
  }

  List<TracesData> chunks(TraceId... traces) {
    GetTracesRequest.Builder request = GetTracesRequest.newBuilder();
    for (TraceId trace : traces) {
      request.addQuery(GetTraceParams.newBuilder().setTraceId(ByteString.copyFrom(trace.bytes())));
    }
    List<TracesData> chunks = new ArrayList<>();
    reader().getTraces(request.build()).forEachRemaining(chunks::add);
    return chunks;
  }

  List<Span> spans(TraceId trace) {
    return chunks(trace).stream().flatMap(JaegerClient::spansOf).toList();
  }

  /** The traces that are found, in their order. */
  Set<TraceId> found(TraceQueryParameters.Builder query) {
    Set<TraceId> found = new LinkedHashSet<>();
    reader()
        .findTraces(FindTracesRequest.newBuilder().setQuery(query).build())
        .forEachRemaining(
            chunk -> spansOf(chunk).forEach(span -> found.add(TraceId.of(span.getTraceId()))));
    return found;
  }

  static Stream<Span> spansOf(TracesData chunk) {
    return chunk.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream());
  }
}
