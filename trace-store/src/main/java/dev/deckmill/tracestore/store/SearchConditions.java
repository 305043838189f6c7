package dev.deckmill.tracestore.store;

import dev.deckmill.tracestore.span.SpanKinds;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * A question as conditions on a row {@code o} of {@code span_operation} and on a row {@code s} of
 * {@code span}, with the values they name.
 */
final class SearchConditions {
  /** What Jaeger's page asks for as if they were attributes. */
  private static final String ERROR = "error";

  private static final String KIND = "span.kind";

  private final Handle handle;
  private final List<String> operations = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new TreeMap<>();

  private SearchConditions(Handle handle) {
    this.handle = handle;
  }

  static SearchConditions of(Handle handle, TraceQuestion question) {
    SearchConditions search = new SearchConditions(handle);
    search.operation("o.service_name = :service", "service", question.service());
    search.operation("o.name = :operation", "operation", question.operation());
    search.span(
        "s.start_time >= :from", "from", question.from().map(at -> at.atOffset(ZoneOffset.UTC)));
    search.span("s.start_time <= :to", "to", question.to().map(at -> at.atOffset(ZoneOffset.UTC)));
    search.span(
        "s.duration_ns >= :shortest", "shortest", question.shortest().map(d -> d.toNanos()));
    search.span("s.duration_ns <= :longest", "longest", question.longest().map(d -> d.toNanos()));
    question.attributes().forEach(search::addAttribute);
    return search;
  }

  private void operation(String condition, String name, Optional<?> value) {
    add(operations, condition, name, value);
  }

  private void span(String condition, String name, Optional<?> value) {
    add(conditions, condition, name, value);
  }

  private void add(List<String> conditions, String condition, String name, Optional<?> value) {
    value.ifPresent(
        given -> {
          conditions.add(condition);
          values.put(name, given);
        });
  }

  private void addAttribute(KeyValue wanted) {
    List<String> places = new ArrayList<>();
    String prefix = "a" + conditions.size() + "x";
    int number = 0;
    for (String object : AttributeCondition.objects(wanted)) {
      String name = prefix + number++;
      values.put(name, object);
      places.add("s.attributes @> :" + name + "::jsonb");
      values.put(name + "e", "[{\"attributes\": " + object + "}]");
      places.add("(s.events is not null and s.events @> :" + name + "e::jsonb)");
      addOrigins(places, name, object);
    }
    column(wanted).ifPresent(places::add);
    conditions.add("(" + String.join(" or ", places) + ")");
  }

  /** The few that match are looked up first, so that the search can use its indexes. */
  private void addOrigins(List<String> places, String name, String object) {
    List<byte[]> ids =
        handle
            .createQuery(
                "select id from api.span_origin where resource @> :object::jsonb or scope @> :object::jsonb")
            .bind("object", object)
            .mapTo(byte[].class)
            .list();
    if (!ids.isEmpty()) {
      values.put(name + "o", BytesArray.of(ids));
      places.add("s.origin = any(:" + name + "o)");
    }
  }

  private static Optional<String> column(KeyValue wanted) {
    String text = text(wanted.getValue());
    return switch (wanted.getKey()) {
      case ERROR ->
          switch (text) {
            case "true" -> Optional.of("s.status_code = 2");
            case "false" -> Optional.of("s.status_code <> 2");
            default -> Optional.empty();
          };
      case KIND -> SpanKinds.ofWord(text).map(SearchConditions::ofKind);
      default -> Optional.empty();
    };
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE, DOUBLE_VALUE, ARRAY_VALUE, KVLIST_VALUE, BYTES_VALUE, VALUE_NOT_SET -> "";
    };
  }

  private static String ofKind(SpanKind kind) {
    return "s.kind = " + kind.getNumber();
  }

  /** Those on an operation; {@code true} if there is none. */
  String ofOperations() {
    return all(operations);
  }

  /** Those on a span; {@code true} if there is none. */
  String ofSpans() {
    return all(conditions);
  }

  private static String all(List<String> conditions) {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  Map<String, Object> values() {
    return values;
  }
}
