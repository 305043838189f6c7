package dev.deckmill.tracestore.span;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that can be kept.
 *
 * @param kept the ones given, themselves if nothing was wrong with them
 * @param dropped how many were left out
 */
record CleanAttributes(List<KeyValue> kept, int dropped) {
  CleanAttributes {
    kept = List.copyOf(kept);
  }

  static CleanAttributes of(List<KeyValue> attributes) {
    List<KeyValue> kept = new ArrayList<>(attributes.size());
    for (KeyValue attribute : attributes) {
      KeyValue clean = clean(attribute);
      if (clean != null) {
        kept.add(clean);
      }
    }
    return new CleanAttributes(kept, attributes.size() - kept.size());
  }

  private static @Nullable KeyValue clean(KeyValue attribute) {
    String key = attribute.getKey();
    if (SecretNames.has(key)) {
      return null;
    }
    String cleanKey = CleanText.of(key);
    AnyValue clean = clean(attribute.getValue(), SecretNames.isAddress(key));
    return cleanKey.equals(key) && clean.equals(attribute.getValue())
        ? attribute
        : KeyValue.newBuilder().setKey(cleanKey).setValue(clean).build();
  }

  private static AnyValue clean(AnyValue value, boolean address) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> cleanText(value, address);
      case BYTES_VALUE -> cutBytes(value);
      case ARRAY_VALUE -> cleanArray(value);
      case KVLIST_VALUE -> cleanMap(value);
      case BOOL_VALUE, INT_VALUE, DOUBLE_VALUE, VALUE_NOT_SET -> value;
    };
  }

  private static AnyValue cleanText(AnyValue value, boolean address) {
    String text = value.getStringValue();
    String clean = CleanText.of(address ? SecretNames.withoutSecrets(text) : text);
    return clean.equals(text) ? value : AnyValue.newBuilder().setStringValue(clean).build();
  }

  private static AnyValue cutBytes(AnyValue value) {
    ByteString bytes = value.getBytesValue();
    return bytes.size() <= CleanText.MAX_BYTES
        ? value
        : AnyValue.newBuilder().setBytesValue(bytes.substring(0, CleanText.MAX_BYTES)).build();
  }

  /** As many of the elements as fit in the 1 kB that one attribute may have. */
  private static AnyValue cleanArray(AnyValue value) {
    ArrayValue.Builder array = ArrayValue.newBuilder();
    int bytes = 0;
    for (AnyValue element : value.getArrayValue().getValuesList()) {
      AnyValue clean = clean(element, false);
      bytes += clean.getSerializedSize();
      if (bytes > CleanText.MAX_BYTES) {
        break;
      }
      array.addValues(clean);
    }
    return AnyValue.newBuilder().setArrayValue(array).build();
  }

  private static AnyValue cleanMap(AnyValue value) {
    KeyValueList.Builder map = KeyValueList.newBuilder();
    int bytes = 0;
    for (KeyValue member : value.getKvlistValue().getValuesList()) {
      KeyValue clean = clean(member);
      bytes += clean == null ? 0 : clean.getSerializedSize();
      if (bytes > CleanText.MAX_BYTES) {
        break;
      }
      if (clean != null) {
        map.addValues(clean);
      }
    }
    return AnyValue.newBuilder().setKvlistValue(map).build();
  }
}
