package dev.deckmill.service.testing;

import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gets every span that the service under test has made. */
@Singleton
public final class EndedSpans implements SpanProcessor {
  /** Their names; across a restart of the service, too. */
  public static final Queue<String> NAMES = new ConcurrentLinkedQueue<>();

  /** What their events are called, and of which job. */
  public static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    // Its name is known when it ends.
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    NAMES.add(span.getName());
    String job = span.getAttribute(TraceAttributes.JOB_ID);
    span.toSpanData().getEvents().forEach(event -> EVENTS.add(event.getName() + " of " + job));
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
