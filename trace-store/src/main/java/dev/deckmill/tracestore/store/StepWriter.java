package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.RowArrays;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds spans to the sums of their jobs: see {@link StepsOfJob}. */
final class StepWriter {
  private StepWriter() {}

  private record Step(String tenant, String job, String service, String name) {}

  /** What there is to add to one step. */
  private static final class Sum {
    private int spans;
    private int failed;
    private BigInteger total = BigInteger.ZERO;
    private long longest;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

    private void add(SpanRow row) {
      Span span = row.span();
      spans++;
      failed += span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR ? 1 : 0;
      total = total.add(BigInteger.valueOf(row.durationNanos()));
      longest = Math.max(longest, row.durationNanos());
      first = Math.min(first, span.getStartTimeUnixNano());
      last = Math.max(last, span.getEndTimeUnixNano());
      newest = Math.max(newest, row.key().startMicros());
    }
  }

  /** Adds these, which must be new ones: a span that is added twice is counted twice. */
  static void write(Handle handle, List<SpanRow> added) {
    Map<Step, Sum> sums = new HashMap<>();
    for (SpanRow row : added) {
      Step step = step(row);
      if (step != null) {
        sums.computeIfAbsent(step, unknown -> new Sum()).add(row);
      }
    }
    if (!sums.isEmpty()) {
      write(handle, sums);
    }
  }

  private static void write(Handle handle, Map<Step, Sum> sums) {
    var statement =
        handle.createUpdate(
            """
            insert into api.span_step as t (tenant, job_id, service_name, name, spans, failed, total_ns, longest_ns,
                   first_ns, last_ns, last_day)
            select s.tenant, s.job_id, s.service_name, s.name, s.spans, s.failed, s.total_ns::numeric, s.longest_ns,
                   s.first_ns, s.last_ns, s.last_day::date
              from unnest(:tenants, :jobs, :services, :names, :spans, :failed, :totals, :longest, :first, :last, :days)
                     as s (tenant, job_id, service_name, name, spans, failed, total_ns, longest_ns, first_ns, last_ns,
                           last_day)
             order by s.job_id, s.service_name, s.name
            on conflict (job_id, service_name, name) do update
               set spans = t.spans + excluded.spans, failed = t.failed + excluded.failed,
                   total_ns = t.total_ns + excluded.total_ns, longest_ns = greatest(t.longest_ns, excluded.longest_ns),
                   first_ns = least(t.first_ns, excluded.first_ns), last_ns = greatest(t.last_ns, excluded.last_ns),
                   last_day = greatest(t.last_day, excluded.last_day)
            """);
    new RowArrays<>(statement, List.copyOf(sums.entrySet()))
        .text("tenants", sum -> sum.getKey().tenant())
        .text("jobs", sum -> sum.getKey().job())
        .text("services", sum -> sum.getKey().service())
        .text("names", sum -> sum.getKey().name())
        .integer("spans", sum -> sum.getValue().spans)
        .integer("failed", sum -> sum.getValue().failed)
        .text("totals", sum -> sum.getValue().total.toString())
        .number("longest", sum -> sum.getValue().longest)
        .number("first", sum -> sum.getValue().first)
        .number("last", sum -> sum.getValue().last)
        .text("days", sum -> SpanRow.day(sum.getValue().newest).toString())
        .execute();
  }

  private static @Nullable Step step(SpanRow row) {
    return row.tenant() == null || row.jobId() == null
        ? null
        : new Step(row.tenant(), row.jobId(), row.serviceName(), row.span().getName());
  }
}
