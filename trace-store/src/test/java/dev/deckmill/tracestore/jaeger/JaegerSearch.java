package dev.deckmill.tracestore.jaeger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Timestamp;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A search by Jaeger's own gRPC API, version 3: of its APIs the one that takes tags and asks for no
 * service. It has one message, which is not worth a generated class.
 */
final class JaegerSearch implements AutoCloseable {
  private static final int QUERY = 1;
  private static final int ATTRIBUTES = 3;
  private static final int START_MIN = 4;
  private static final int START_MAX = 5;
  private static final int MOST = 8;
  private static final int KEY = 1;
  private static final int VALUE = 2;

  private static final MethodDescriptor<ByteString, TracesData> FIND_TRACES =
      MethodDescriptor.<ByteString, TracesData>newBuilder()
          .setType(MethodType.SERVER_STREAMING)
          .setFullMethodName("jaeger.api_v3.QueryService/FindTraces")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(ProtoUtils.marshaller(TracesData.getDefaultInstance()))
          .build();

  private final ManagedChannel channel;

  JaegerSearch(int port) {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  /** The ids of traces with a span that has this tag, of whatever service. */
  Set<String> byTag(String key, String value, Instant from, Instant to) {
    Set<String> found = new LinkedHashSet<>();
    ClientCalls.blockingServerStreamingCall(
            channel, FIND_TRACES, CallOptions.DEFAULT, request(key, value, from, to))
        .forEachRemaining(
            traces ->
                traces.getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .map(span -> HexFormat.of().formatHex(span.getTraceId().toByteArray()))
                    .forEach(found::add));
    return found;
  }

  private static ByteString request(String key, String value, Instant from, Instant to) {
    ByteString tag =
        message(
            out -> {
              out.writeString(KEY, key);
              out.writeString(VALUE, value);
            });
    ByteString query =
        message(
            out -> {
              out.writeBytes(ATTRIBUTES, tag);
              out.writeBytes(START_MIN, time(from));
              out.writeBytes(START_MAX, time(to));
              out.writeInt32(MOST, 20);
            });
    return message(out -> out.writeBytes(QUERY, query));
  }

  private static ByteString time(Instant at) {
    return Timestamp.newBuilder()
        .setSeconds(at.getEpochSecond())
        .setNanos(at.getNano())
        .build()
        .toByteString();
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static ByteString message(Fields fields) {
    ByteString.Output bytes = ByteString.newOutput();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return bytes.toByteString();
  }

  private record Bytes() implements MethodDescriptor.Marshaller<ByteString> {
    @Override
    public InputStream stream(ByteString value) {
      return new ByteArrayInputStream(value.toByteArray());
    }

    @Override
    public ByteString parse(InputStream stream) {
      try {
        return ByteString.readFrom(stream);
      } catch (IOException e) {
        throw new UncheckedIOException("the answer can't be read", e);
      }
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
