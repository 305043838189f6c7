package dev.deckmill.allinone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.net.http.HttpResponse;

/** A refusal as it reached the caller. */
record ReceivedProblem(int status, String contentType, String requestId, JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ReceivedProblem of(HttpResponse<String> response) throws IOException {
    return of(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("X-Request-Id").orElse(""),
        response.body());
  }

  static ReceivedProblem of(int status, String contentType, String requestId, String body)
      throws IOException {
    return new ReceivedProblem(status, contentType, requestId, JSON.readTree(body));
  }

  /** It says what the contracts say of this trouble, and by which ids to ask about it. */
  void assertIs(ErrorType type) {
    assertThat(contentType).isEqualTo("application/problem+json");
    assertThat(status).isEqualTo(type.status());
    assertThat(body.path("status").asInt()).isEqualTo(type.status());
    assertThat(body.path("code").asText()).isEqualTo(type.name());
    assertThat(body.path("title").asText()).isEqualTo(type.title());
    assertThat(body.path("retryable").asBoolean()).isEqualTo(type.retryable());
    assertThat(body.path("type").asText()).isEqualTo("urn:deckmill:problem:" + type);
    assertThat(body.path("detail").asText()).isNotBlank();
    assertThat(body.path("instance").asText()).startsWith("/");
    assertThat(requestId).matches("[0-9a-f]{32}").isEqualTo(body.path("requestId").asText());
    assertThat(body.path("traceId").asText()).matches("[0-9a-f]{32}");
  }
}
