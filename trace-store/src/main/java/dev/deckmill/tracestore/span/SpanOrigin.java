package dev.deckmill.tracestore.span;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Who a span came from: a service's instance and the library that measured. Many spans share it.
 */
public record SpanOrigin(
    Resource resource, String resourceSchema, InstrumentationScope scope, String scopeSchema) {
  /** How many bytes {@link #id} has. */
  public static final int ID_LENGTH = 16;

  private static final String SERVICE_NAME = "service.name";

  /** What Jaeger calls a service that did not say its name. */
  private static final String NO_SERVICE = "OTLPResourceNoServiceName";

  /** The service's name as it says it. */
  public String serviceName() {
    return resource.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(SERVICE_NAME))
        .filter(attribute -> attribute.getValue().getValueCase() == AnyValue.ValueCase.STRING_VALUE)
        .map(attribute -> attribute.getValue().getStringValue())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(NO_SERVICE);
  }

  /** The same for equal ones, wherever it is computed. */
  public byte[] id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, resource.toByteArray());
      add(digest, resourceSchema.getBytes(UTF_8));
      add(digest, scope.toByteArray());
      add(digest, scopeSchema.getBytes(UTF_8));
      return Arrays.copyOf(digest.digest(), ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
