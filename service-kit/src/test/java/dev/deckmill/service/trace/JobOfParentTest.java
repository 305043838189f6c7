package dev.deckmill.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JobOfParentTest {
  private final Tracer tracer =
      SdkTracerProvider.builder().addSpanProcessor(new JobOfParent()).build().get("test");

  @Test
  void givesASpanTheJobAndThePageOfTheOneAroundIt() {
    Span page = tracer.spanBuilder("page").startSpan();
    page.setAttribute(TraceAttributes.JOB_ID, "j1");
    page.setAttribute(TraceAttributes.PAGE_NUMBER, 3L);
    ReadableSpan child = child(page, null);
    assertThat(child.getAttribute(TraceAttributes.JOB_ID)).isEqualTo("j1");
    assertThat(child.getAttribute(TraceAttributes.PAGE_NUMBER)).isEqualTo(3);
  }

  @Test
  void leavesASpanTheJobThatItNames() {
    Span page = tracer.spanBuilder("page").startSpan();
    page.setAttribute(TraceAttributes.JOB_ID, "j1");
    assertThat(child(page, "j2").getAttribute(TraceAttributes.JOB_ID)).isEqualTo("j2");
  }

  @Test
  void givesNothingWhereNothingIsAround() {
    assertThat(child(Span.getInvalid(), null).getAttribute(TraceAttributes.JOB_ID)).isNull();
  }

  private ReadableSpan child(Span around, @Nullable String job) {
    SpanBuilder child = tracer.spanBuilder("child").setParent(Context.root().with(around));
    if (job != null) {
      child.setAttribute(TraceAttributes.JOB_ID, job);
    }
    return (ReadableSpan) child.startSpan();
  }
}
