package dev.deckmill.tracestore.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.SpanJson;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes who spans came from. */
@Singleton
final class OriginWriter {
  private record Row(ByteString id, SpanOrigin origin, LocalDate lastDay) {}

  /** Writes the origins of all these spans; returns their ids. */
  Map<SpanOrigin, ByteString> write(Handle handle, List<TracedSpan> spans) {
    Map<SpanOrigin, Long> newest = new HashMap<>();
    spans.forEach(
        span -> newest.merge(span.origin(), span.span().getStartTimeUnixNano(), Math::max));
    List<Row> rows =
        newest.entrySet().stream()
            .map(
                entry ->
                    new Row(
                        ByteString.copyFrom(entry.getKey().id()),
                        entry.getKey(),
                        day(entry.getValue())))
            .sorted(Comparator.comparing(Row::id, ByteString.unsignedLexicographicalComparator()))
            .toList();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into api.span_origin as o (id, service_name, resource, resource_dropped, resource_schema,
                   scope_name, scope_version, scope, scope_dropped, scope_schema, last_day)
            values (:id, :service, :resource::jsonb, :resourceDropped, :resourceSchema,
                    :scopeName, :scopeVersion, :scope::jsonb, :scopeDropped, :scopeSchema, :day)
            on conflict (id) do update set last_day = excluded.last_day where o.last_day < excluded.last_day
            """);
    rows.forEach(row -> bind(batch, row).add());
    batch.execute();
    Map<SpanOrigin, ByteString> ids = new HashMap<>();
    rows.forEach(row -> ids.put(row.origin(), row.id()));
    return ids;
  }

  private static PreparedBatch bind(PreparedBatch batch, Row row) {
    SpanOrigin origin = row.origin();
    return batch
        .bind("id", row.id().toByteArray())
        .bind("service", origin.serviceName())
        .bind("resource", json(SpanJson.attributes(origin.resource().getAttributesList())))
        .bind(
            "resourceDropped",
            Integer.toUnsignedLong(origin.resource().getDroppedAttributesCount()))
        .bind("resourceSchema", origin.resourceSchema())
        .bind("scopeName", origin.scope().getName())
        .bind("scopeVersion", origin.scope().getVersion())
        .bind("scope", json(SpanJson.attributes(origin.scope().getAttributesList())))
        .bind("scopeDropped", Integer.toUnsignedLong(origin.scope().getDroppedAttributesCount()))
        .bind("scopeSchema", origin.scopeSchema())
        .bind("day", row.lastDay());
  }

  private static String json(byte[] utf8) {
    return new String(utf8, UTF_8);
  }

  private static LocalDate day(long nanos) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(nanos)), ZoneOffset.UTC);
  }
}
