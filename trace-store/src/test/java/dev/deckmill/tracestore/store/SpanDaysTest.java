package dev.deckmill.tracestore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class SpanDaysTest {
  private static final int CONFIGURED = 14;

  @Inject SpanDatabase database;
  @Inject SpanDays days;
  @Inject SpanWriter writer;

  @AfterEach
  void keepAsConfigured() {
    keep(CONFIGURED);
  }

  private void keep(int count) {
    database.useTransaction(tx -> days.keep(tx, count));
  }

  @Test
  void makesTheTablesOfTheDaysThatAreKeptAndOfTheNextTwo() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(tables("span_2"))
        .contains(table("span", today.minusDays(CONFIGURED)), table("span", today.plusDays(2)))
        .hasSizeGreaterThanOrEqualTo(CONFIGURED + 3);
    assertThat(tables("span_link_2")).hasSameSizeAs(tables("span_2"));
  }

  @Test
  void dropsWhatIsOlderAndWhatOnlyThatNeeded() {
    TraceId old = written(Duration.ofDays(5), "old service");
    TraceId young = written(Duration.ofHours(1), "young service");
    keep(3);
    assertThat(spans(old)).isZero();
    assertThat(spans(young)).isEqualTo(1);
    assertThat(tables("span_2"))
        .doesNotContain(table("span", LocalDate.now(ZoneOffset.UTC).minusDays(5)));
    for (String table : List.of("span_origin", "span_operation")) {
      assertThat(
              Rows.number(
                  "select count(*) from api." + table + " where service_name = 'old service'",
                  Map.of()))
          .as(table)
          .isZero();
      assertThat(
              Rows.number(
                  "select count(*) from api." + table + " where service_name = 'young service'",
                  Map.of()))
          .as(table)
          .isEqualTo(1);
    }
    assertThat(
            Rows.number(
                "select count(*) from api.trace_bounds where trace_id = :trace",
                Map.of("trace", old.bytes())))
        .isZero();
  }

  @Test
  void keepsAtLeastADay() {
    assertThatThrownBy(() -> keep(0)).hasMessageContaining("at least a day");
  }

  @Test
  void letsNobodyPastRowLevelSecurityByADaysOwnTable() {
    String today = table("span", LocalDate.now(ZoneOffset.UTC));
    for (Role role : List.of(Role.APP, Role.WORKER)) {
      try (Handle handle = Rows.as(role)) {
        assertThatThrownBy(() -> handle.execute("select * from api." + today))
            .hasMessageContaining("permission denied");
      }
    }
  }

  private TraceId written(Duration ago, String service) {
    TraceId trace = Spans.newTrace();
    Span span =
        Spans.span(trace, 1, "work", Instant.now().minus(ago), Duration.ofMillis(1)).build();
    ResourceSpans from = Spans.from(service, List.of(), List.of());
    Resource resource = from.getResource();
    TracedSpan traced =
        new TracedSpan(span, new SpanOrigin(resource, "", from.getScopeSpans(0).getScope(), ""));
    database.useTransaction(tx -> writer.write(tx, List.of(traced)));
    return trace;
  }

  private static long spans(TraceId trace) {
    return Rows.number(
        "select count(*) from api.span where trace_id = :trace", Map.of("trace", trace.bytes()));
  }

  private static String table(String parent, LocalDate day) {
    return parent + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static List<String> tables(String prefix) {
    try (Handle worker = Rows.as(Role.WORKER)) {
      return worker
          .createQuery(
              "select tablename from pg_tables where schemaname = 'api' and tablename like :like")
          .bind("like", prefix.replace("_", "\\_") + "%")
          .mapTo(String.class)
          .list();
    }
  }
}
