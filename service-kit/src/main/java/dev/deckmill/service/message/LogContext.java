package dev.deckmill.service.message;

import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.JobMessage;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PageMessage;
import io.opentelemetry.api.trace.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;

/** What every log line says while a message is worked on: trace, span, job and page. */
final class LogContext implements AutoCloseable {
  private final Map<String, String> entries;

  private LogContext(Map<String, String> entries) {
    this.entries = entries;
    entries.forEach(MDC::put);
  }

  static LogContext of(Span span, Message body) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("traceId", span.getSpanContext().getTraceId());
    entries.put("spanId", span.getSpanContext().getSpanId());
    entries.put("jobId", body.jobId());
    switch (body) {
      case PageMessage page -> entries.put("page", Integer.toString(page.page()));
      case DeckMessage deck -> {}
      case JobMessage job -> {}
      case JobRefused refused -> {}
    }
    return new LogContext(entries);
  }

  @Override
  public void close() {
    entries.keySet().forEach(MDC::remove);
  }
}
