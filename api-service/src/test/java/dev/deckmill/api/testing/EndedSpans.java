package dev.deckmill.api.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears of every span that the service under test has made. */
@Singleton
public final class EndedSpans implements SpanProcessor {
  /** Their names; across a restart of the service, too. */
  public static final Queue<String> NAMES = new ConcurrentLinkedQueue<>();

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
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
