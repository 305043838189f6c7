package dev.deckmill.tracestore.span;

import static dev.deckmill.tracestore.testing.Spans.attribute;
import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.real;
import static dev.deckmill.tracestore.testing.Spans.text;
import static dev.deckmill.tracestore.testing.Spans.truth;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpanJsonTest {
  @Test
  void keepsEveryTypeApart() {
    assertThat(written(List.of(text("a", "1"), number("b", 1), real("c", 1), truth("d", true))))
        .isEqualTo("{\"a\":\"1\",\"b\":1,\"c\":1.0,\"d\":true}");
  }

  @Test
  void readsWhatItWrote() {
    AnyValue.Builder list =
        AnyValue.newBuilder()
            .setArrayValue(
                ArrayValue.newBuilder()
                    .addValues(AnyValue.newBuilder().setIntValue(Long.MIN_VALUE))
                    .addValues(AnyValue.getDefaultInstance())
                    .addValues(AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder())));
    AnyValue.Builder map =
        AnyValue.newBuilder()
            .setKvlistValue(
                KeyValueList.newBuilder()
                    .addValues(text("$bytes", "x"))
                    .addValues(truth("y", false)));
    AnyValue.Builder bytes =
        AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {0, -1}));
    List<KeyValue> all =
        List.of(
            text("text", "ü\"\\𝄞"),
            real("tiny", Double.MIN_VALUE),
            real("huge", Double.MAX_VALUE),
            real("minus nothing", -0.0),
            real("none", Double.NaN),
            real("endless", Double.NEGATIVE_INFINITY),
            attribute("list", list),
            attribute("map", map),
            attribute("bytes", bytes),
            attribute("empty", AnyValue.newBuilder()));
    assertThat(SpanJson.readAttributes(written(all))).isEqualTo(all);
  }

  @Test
  void readsTheEventsItWrote() {
    List<Event> events =
        List.of(
            Event.newBuilder()
                .setTimeUnixNano(1_790_000_000_123_456_789L)
                .setName("first")
                .addAttributes(number("n", 1))
                .setDroppedAttributesCount(3)
                .build(),
            Event.newBuilder().setName("second").build());
    assertThat(SpanJson.readEvents(new String(SpanJson.events(events), UTF_8))).isEqualTo(events);
  }

  private static String written(List<KeyValue> attributes) {
    return new String(SpanJson.attributes(attributes), UTF_8);
  }
}
