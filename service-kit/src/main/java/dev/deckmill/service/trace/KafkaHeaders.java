package dev.deckmill.service.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record's headers as OpenTelemetry's propagators want them. */
final class KafkaHeaders {
  static final TextMapGetter<Headers> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          List<String> keys = new ArrayList<>();
          headers.forEach(header -> keys.add(header.key()));
          return keys;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
          @Nullable Header header = headers == null ? null : headers.lastHeader(key);
          return header == null || header.value() == null
              ? null
              : new String(header.value(), UTF_8);
        }
      };

  private KafkaHeaders() {}

  static void set(@Nullable Headers headers, String key, String value) {
    if (headers != null) {
      headers.remove(key).add(key, value.getBytes(UTF_8));
    }
  }
}
