package dev.deckmill.service.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/**
 * Gives each span the job and the page of the span around it, so that everything that was done for
 * a job is found by the job. A span that knows better says so itself, afterwards.
 */
@Singleton
final class JobOfParent implements SpanProcessor {
  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (Span.fromContext(parent) instanceof ReadableSpan around) {
      copy(TraceAttributes.JOB_ID, around, span);
      copy(TraceAttributes.PAGE_NUMBER, around, span);
    }
  }

  private static <T> void copy(AttributeKey<T> key, ReadableSpan from, ReadWriteSpan to) {
    T value = from.getAttribute(key);
    if (value != null && to.getAttribute(key) == null) {
      to.setAttribute(key, value);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // What a span learns while it lasts, its children that began before have to do without.
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
