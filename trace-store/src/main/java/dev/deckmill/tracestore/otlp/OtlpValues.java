package dev.deckmill.tracestore.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/** Attributes in OTLP's JSON: {@code {"key": "n", "value": {"intValue": "1"}}}. */
final class OtlpValues {
  private OtlpValues() {}

  /** Writes a member {@code attributes}, if there are any. */
  static void attributes(JsonGenerator json, List<KeyValue> attributes) throws IOException {
    if (!attributes.isEmpty()) {
      json.writeArrayFieldStart("attributes");
      pairs(json, attributes);
      json.writeEndArray();
    }
  }

  private static void pairs(JsonGenerator json, List<KeyValue> pairs) throws IOException {
    for (KeyValue pair : pairs) {
      json.writeStartObject();
      json.writeStringField("key", pair.getKey());
      json.writeFieldName("value");
      value(json, pair.getValue());
      json.writeEndObject();
    }
  }

  private static void value(JsonGenerator json, AnyValue value) throws IOException {
    json.writeStartObject();
    switch (value.getValueCase()) {
      case STRING_VALUE -> json.writeStringField("stringValue", value.getStringValue());
      case BOOL_VALUE -> json.writeBooleanField("boolValue", value.getBoolValue());
      case INT_VALUE -> json.writeStringField("intValue", Long.toString(value.getIntValue()));
      // NaN and the infinities are strings in protobuf's JSON, and Jackson writes them so.
      case DOUBLE_VALUE -> json.writeNumberField("doubleValue", value.getDoubleValue());
      case ARRAY_VALUE -> {
        json.writeObjectFieldStart("arrayValue");
        json.writeArrayFieldStart("values");
        for (AnyValue element : value.getArrayValue().getValuesList()) {
          value(json, element);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      case KVLIST_VALUE -> {
        json.writeObjectFieldStart("kvlistValue");
        json.writeArrayFieldStart("values");
        pairs(json, value.getKvlistValue().getValuesList());
        json.writeEndArray();
        json.writeEndObject();
      }
      case BYTES_VALUE ->
          json.writeStringField(
              "bytesValue",
              Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
      case VALUE_NOT_SET -> {}
    }
    json.writeEndObject();
  }
}
