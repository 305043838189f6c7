package dev.deckmill.tracestore.span;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Attributes as a JSON object that keeps their types: text, int, double, bool and arrays are JSON's
 * own, and a double always has a fraction, which {@code jsonb} keeps. What JSON has no form for
 * stands in an object of one member: {@code {"$bytes": "base64"}}, {@code {"$map": {…}}}, {@code
 * {"$double": "NaN"}}.
 */
public final class AttributesJson {
  private static final String BYTES = "$bytes";
  private static final String MAP = "$map";
  private static final String DOUBLE = "$double";

  private AttributesJson() {}

  /** Writes an object; of members with the same key a reader gets one. */
  public static void write(JsonGenerator json, List<KeyValue> attributes) throws IOException {
    json.writeStartObject();
    for (KeyValue attribute : attributes) {
      json.writeFieldName(attribute.getKey());
      writeValue(json, attribute.getValue());
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, AnyValue value) throws IOException {
    switch (value.getValueCase()) {
      case STRING_VALUE -> json.writeString(value.getStringValue());
      case BOOL_VALUE -> json.writeBoolean(value.getBoolValue());
      case INT_VALUE -> json.writeNumber(value.getIntValue());
      case DOUBLE_VALUE -> writeDouble(json, value.getDoubleValue());
      case ARRAY_VALUE -> {
        json.writeStartArray();
        for (AnyValue element : value.getArrayValue().getValuesList()) {
          writeValue(json, element);
        }
        json.writeEndArray();
      }
      case KVLIST_VALUE -> {
        json.writeStartObject();
        json.writeFieldName(MAP);
        write(json, value.getKvlistValue().getValuesList());
        json.writeEndObject();
      }
      case BYTES_VALUE ->
          writeMarked(
              json, BYTES, Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
      case VALUE_NOT_SET -> json.writeNull();
    }
  }

  private static void writeDouble(JsonGenerator json, double value) throws IOException {
    if (!Double.isFinite(value) || isNegativeZero(value)) {
      writeMarked(json, DOUBLE, Double.toString(value));
      return;
    }
    json.writeNumber(number(value));
  }

  /** With a fraction, and without an exponent, which {@code jsonb} would resolve into zeros. */
  private static String number(double value) {
    String digits = new BigDecimal(Double.toString(value)).toPlainString();
    return digits.indexOf('.') < 0 ? digits + ".0" : digits;
  }

  private static boolean isNegativeZero(double value) {
    return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(-0.0);
  }

  private static void writeMarked(JsonGenerator json, String mark, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField(mark, text);
    json.writeEndObject();
  }

  /** Reads an object whose opening brace was just read. */
  public static List<KeyValue> read(JsonParser json) throws IOException {
    List<KeyValue> attributes = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      attributes.add(KeyValue.newBuilder().setKey(key).setValue(readValue(json)).build());
    }
    return attributes;
  }

  private static AnyValue readValue(JsonParser json) throws IOException {
    AnyValue.Builder value = AnyValue.newBuilder();
    JsonToken token = json.currentToken();
    if (token.isBoolean()) {
      return value.setBoolValue(json.getBooleanValue()).build();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return value.setIntValue(json.getLongValue()).build();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return value.setDoubleValue(json.getDoubleValue()).build();
    }
    if (token == JsonToken.VALUE_STRING) {
      return value.setStringValue(json.getText()).build();
    }
    if (token == JsonToken.START_ARRAY) {
      return value.setArrayValue(readArray(json)).build();
    }
    return token == JsonToken.START_OBJECT ? readMarked(json) : value.build();
  }

  private static ArrayValue readArray(JsonParser json) throws IOException {
    ArrayValue.Builder array = ArrayValue.newBuilder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      array.addValues(readValue(json));
    }
    return array.build();
  }

  private static AnyValue readMarked(JsonParser json) throws IOException {
    json.nextToken();
    String mark = json.currentName();
    json.nextToken();
    AnyValue.Builder value = AnyValue.newBuilder();
    switch (mark) {
      case BYTES ->
          value.setBytesValue(ByteString.copyFrom(Base64.getDecoder().decode(json.getText())));
      case DOUBLE -> value.setDoubleValue(Double.parseDouble(json.getText()));
      case MAP -> value.setKvlistValue(KeyValueList.newBuilder().addAllValues(read(json)));
      default -> throw new IOException("an attribute is marked " + mark);
    }
    json.nextToken();
    return value.build();
  }
}
