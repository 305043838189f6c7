package dev.deckmill.api.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.jaeger.wire.GetServicesRequest;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Spans;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
@TestProfile(JaegerDoorTest.WithToken.class)
final class JaegerDoorTest {
  private static final String TOKEN = "a-token-of-this-installation";

  /** An installation that has a token. */
  public static final class WithToken implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("deckmill.spans.token", TOKEN);
    }
  }

  @Inject JaegerClient jaeger;

  @Test
  void admitsWhoeverShowsTheToken() {
    assertThat(services("Bearer " + TOKEN)).isNotNull();
  }

  @Test
  void admitsNobodyElseOnceThereIsAToken() {
    for (String shown : List.of("Bearer another-token-of-this", TOKEN, "")) {
      assertThatThrownBy(() -> services(shown)).hasMessageContaining("UNAUTHENTICATED");
    }
    assertThatThrownBy(() -> jaeger.chunks(Spans.newTrace()))
        .hasMessageContaining("UNAUTHENTICATED");
    assertThatThrownBy(() -> jaeger.write()).hasMessageContaining("UNAUTHENTICATED");
  }

  private List<String> services(String authorization) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
    return jaeger
        .reader()
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .getServices(GetServicesRequest.getDefaultInstance())
        .getServicesList();
  }
}
