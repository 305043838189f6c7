package dev.deckmill.tracestore.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.tracestore.span.SpanJson;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which JSON an attribute that is looked for may have. */
final class AttributeCondition {
  private AttributeCondition() {}

  /**
   * Objects of one member, in any of which the attribute is contained if it matches. A number is
   * the same whether int or double: JSON compares values.
   */
  static List<String> objects(KeyValue wanted) {
    List<String> objects = new ArrayList<>();
    objects.add(json(wanted));
    if (wanted.getValue().getValueCase() == AnyValue.ValueCase.STRING_VALUE) {
      readAs(wanted.getValue().getStringValue())
          .ifPresent(value -> objects.add(json(wanted.toBuilder().setValue(value).build())));
    }
    return objects;
  }

  private static Optional<AnyValue> readAs(String text) {
    AnyValue.Builder value = AnyValue.newBuilder();
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(value.setBoolValue(text.equals("true")).build());
    }
    if (text.matches("-?[0-9]{1,18}")) {
      return Optional.of(value.setIntValue(Long.parseLong(text)).build());
    }
    if (text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?") && text.length() <= 32) {
      double number = Double.parseDouble(text);
      return Double.isFinite(number)
          ? Optional.of(value.setDoubleValue(number).build())
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static String json(KeyValue attribute) {
    return new String(SpanJson.attributes(List.of(attribute)), UTF_8);
  }
}
