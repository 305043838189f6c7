package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.RowArrays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes what can be asked for: see {@link KnownOperations}. */
final class OperationWriter {
  private OperationWriter() {}

  private record Operation(String service, String name, short kind) {}

  /** Notes that there were spans like these. */
  static void write(Handle handle, List<SpanRow> rows) {
    Map<Operation, LocalDate> days = new HashMap<>();
    rows.forEach(
        row ->
            days.merge(
                new Operation(row.serviceName(), row.span().getName(), row.kind()),
                row.day(),
                OperationWriter::later));
    var statement =
        handle.createUpdate(
            """
            insert into api.span_operation as o (service_name, name, kind, last_day)
            select s.service_name, s.name, s.kind, s.last_day::date
              from unnest(:services, :names, :kinds, :days) as s (service_name, name, kind, last_day)
             order by s.service_name, s.name, s.kind
            on conflict (service_name, name, kind) do update set last_day = excluded.last_day
             where o.last_day < excluded.last_day
            """);
    new RowArrays<>(statement, List.copyOf(days.entrySet()))
        .text("services", day -> day.getKey().service())
        .text("names", day -> day.getKey().name())
        .integer("kinds", day -> (int) day.getKey().kind())
        .text("days", day -> day.getValue().toString())
        .execute();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
