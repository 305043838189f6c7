package dev.deckmill.tracestore.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.tracestore.jaeger.wire.GetServicesRequest;
import dev.deckmill.tracestore.jaeger.wire.TraceReaderGrpc;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class JaegerAuthorizationTest {
  @Inject JaegerClient jaeger;

  @Test
  void admitsWhoeverShowsTheToken() {
    assertThat(services(Spans.AUTHORIZATION)).isNotNull();
  }

  @Test
  void admitsNobodyElse() {
    for (String shown : List.of("Bearer another-token-of-this", Spans.TOKEN, "")) {
      assertThatThrownBy(() -> services(shown)).hasMessageContaining("UNAUTHENTICATED");
    }
    assertThatThrownBy(() -> reader().getServices(GetServicesRequest.getDefaultInstance()))
        .hasMessageContaining("UNAUTHENTICATED");
    assertThatThrownBy(
            () -> TraceServiceGrpc.newBlockingStub(jaeger.bare()).export(Spans.request()))
        .hasMessageContaining("UNAUTHENTICATED");
  }

  private List<String> services(String authorization) {
    Metadata headers = new Metadata();
    headers.put(JaegerClient.AUTHORIZATION, authorization);
    return reader()
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .getServices(GetServicesRequest.getDefaultInstance())
        .getServicesList();
  }

  private TraceReaderGrpc.TraceReaderBlockingStub reader() {
    return TraceReaderGrpc.newBlockingStub(jaeger.bare());
  }
}
