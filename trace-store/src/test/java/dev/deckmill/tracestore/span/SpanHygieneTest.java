package dev.deckmill.tracestore.span;

import static dev.deckmill.tracestore.testing.Spans.attribute;
import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanHygieneTest {
  @Test
  void leavesACleanSpanAsItIs() {
    Span span =
        span()
            .addAttributes(text("deckmill.stage", "parse"))
            .addAttributes(number("deckmill.page.number", 3))
            .addEvents(Span.Event.newBuilder().setName("e").addAttributes(text("k", "v")))
            .addLinks(Span.Link.newBuilder().setTraceState("a=b").addAttributes(text("k", "v")))
            .setStatus(Status.newBuilder().setCodeValue(2).setMessage("no"))
            .build();
    assertThat(SpanHygiene.clean(span)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url.query",
        "http.request.header.authorization",
        "http.request.header.Cookie",
        "http.response.header.set-cookie",
        "db.password",
        "access_token"
      })
  void dropsAndCountsSecrets(String key) {
    Span clean =
        SpanHygiene.clean(
            span()
                .addAttributes(text(key, "s3cret"))
                .addAttributes(text("kept", "yes"))
                .setDroppedAttributesCount(2)
                .build());
    assertThat(clean.getAttributesList()).containsExactly(text("kept", "yes"));
    assertThat(clean.getDroppedAttributesCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "https://host/upload/drive?upload_id=secret,https://host/upload/drive",
    "https://me:word@host/a@b,https://host/a@b",
    "https://host,https://host",
    "/path?query,/path",
  })
  void keepsOfAnAddressNeitherUserNorQuery(String address, String shown) {
    Span clean = SpanHygiene.clean(span().addAttributes(text("url.full", address)).build());
    assertThat(clean.getAttributesList()).containsExactly(text("url.full", shown));
  }

  @Test
  void escapesControlCharactersWhereverTextMayBe() {
    Span clean =
        SpanHygiene.clean(
            span()
                .setName("a\nb")
                .addAttributes(text("k\u0000", "x\u001b[31m\r\t\u0085"))
                .addEvents(Span.Event.newBuilder().setName("e\u0007"))
                .setStatus(Status.newBuilder().setMessage("m\n"))
                .build());
    assertThat(clean.getName()).isEqualTo("a\\nb");
    assertThat(clean.getAttributesList())
        .containsExactly(text("k\\u0000", "x\\u001b[31m\\r\\t\\u0085"));
    assertThat(clean.getEvents(0).getName()).isEqualTo("e\\u0007");
    assertThat(clean.getStatus().getMessage()).isEqualTo("m\\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ü", "€", "𝄞", "\u0001"})
  void cutsValuesAtOneKilobyte(String unit) {
    Span clean = SpanHygiene.clean(span().addAttributes(text("k", unit.repeat(5_000))).build());
    String cut = clean.getAttributes(0).getValue().getStringValue();
    assertThat(cut.getBytes(UTF_8).length).isBetween(1_015, 1_024);
    assertThat(cut).endsWith("…").doesNotContain("\ufffd");
  }

  @Test
  void keepsAValueOfExactlyOneKilobyte() {
    KeyValue full = text("k", "a".repeat(1_024));
    assertThat(SpanHygiene.clean(span().addAttributes(full).build()).getAttributes(0))
        .isEqualTo(full);
  }

  @Test
  void keepsOfAListAsMuchAsFitsInOneKilobyte() {
    AnyValue item = AnyValue.newBuilder().setStringValue("x".repeat(98)).build();
    ArrayValue.Builder items = ArrayValue.newBuilder();
    for (int i = 0; i < 50; i++) {
      items.addValues(item);
    }
    Span clean =
        SpanHygiene.clean(
            span()
                .addAttributes(attribute("k", AnyValue.newBuilder().setArrayValue(items)))
                .build());
    assertThat(clean.getAttributes(0).getValue().getArrayValue().getValuesList())
        .hasSize(10)
        .containsOnly(item);
  }

  @Test
  void cutsBytesToo() {
    AnyValue.Builder bytes =
        AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[5_000]));
    Span clean = SpanHygiene.clean(span().addAttributes(attribute("k", bytes)).build());
    assertThat(clean.getAttributes(0).getValue().getBytesValue().size()).isEqualTo(1_024);
  }

  @Test
  void cleansWhereSpansComeFrom() {
    SpanOrigin origin =
        new SpanOrigin(
            Spans.from("svc", List.of(text("a.password", "x"), text("b", "1\n")), List.of())
                .getResource(),
            "",
            Spans.from("svc", List.of(), List.of()).getScopeSpans(0).getScope(),
            "");
    assertThat(SpanHygiene.clean(origin).resource().getAttributesList())
        .containsExactly(text("service.name", "svc"), text("b", "1\\n"));
  }

  private static Span.Builder span() {
    return Spans.span(Spans.newTrace(), 1, "work");
  }
}
