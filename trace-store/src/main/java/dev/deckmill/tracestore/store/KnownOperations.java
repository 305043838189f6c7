package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Which services there are, and what they do. */
@Singleton
public final class KnownOperations {
  /** Spans of one name. */
  public record Operation(String name, SpanKind kind) {}

  /** Everybody who sent a span that is still kept. */
  public List<String> services(Tx tx) {
    return tx.handle()
        .createQuery("select distinct service_name from api.span_operation order by 1")
        .mapTo(String.class)
        .list();
  }

  /** What a service did; only of one kind if that is given. */
  public List<Operation> of(Tx tx, String service, Optional<SpanKind> kind) {
    return tx.handle()
        .createQuery(
            """
            select name, kind from api.span_operation
             where service_name = :service and (:kind < 0 or kind = :kind) order by name, kind
            """)
        .bind("service", service)
        .bind("kind", kind.map(SpanKind::getNumber).orElse(-1))
        .map((row, context) -> new Operation(row.getString("name"), kind(row.getInt("kind"))))
        .list();
  }

  /** A number of a newer OTLP is no kind that we know. */
  private static SpanKind kind(int number) {
    SpanKind kind = SpanKind.forNumber(number);
    return kind == null ? SpanKind.SPAN_KIND_UNSPECIFIED : kind;
  }
}
