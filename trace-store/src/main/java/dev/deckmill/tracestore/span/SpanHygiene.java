package dev.deckmill.tracestore.span;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * Leaves nothing in a span that must not be kept: values above 1 kB are cut, control characters
 * escaped, and what by its name is a secret is left out and counted among the dropped.
 */
public final class SpanHygiene {
  private SpanHygiene() {}

  /** A span as it may be kept. */
  public static Span clean(Span span) {
    CleanAttributes attributes = CleanAttributes.of(span.getAttributesList());
    Span.Builder clean =
        span.toBuilder()
            .setName(CleanText.of(span.getName()))
            .setTraceState(CleanText.of(span.getTraceState()))
            .clearAttributes()
            .addAllAttributes(attributes.kept())
            .setDroppedAttributesCount(span.getDroppedAttributesCount() + attributes.dropped())
            .clearEvents()
            .clearLinks();
    if (span.hasStatus()) {
      clean.getStatusBuilder().setMessage(CleanText.of(span.getStatus().getMessage()));
    }
    span.getEventsList().forEach(event -> clean.addEvents(clean(event)));
    span.getLinksList().forEach(link -> clean.addLinks(clean(link)));
    return clean.build();
  }

  private static Span.Event clean(Span.Event event) {
    CleanAttributes attributes = CleanAttributes.of(event.getAttributesList());
    return event.toBuilder()
        .setName(CleanText.of(event.getName()))
        .clearAttributes()
        .addAllAttributes(attributes.kept())
        .setDroppedAttributesCount(event.getDroppedAttributesCount() + attributes.dropped())
        .build();
  }

  private static Span.Link clean(Span.Link link) {
    CleanAttributes attributes = CleanAttributes.of(link.getAttributesList());
    return link.toBuilder()
        .setTraceState(CleanText.of(link.getTraceState()))
        .clearAttributes()
        .addAllAttributes(attributes.kept())
        .setDroppedAttributesCount(link.getDroppedAttributesCount() + attributes.dropped())
        .build();
  }

  /** Where spans come from, as it may be kept. */
  public static SpanOrigin clean(SpanOrigin origin) {
    CleanAttributes resource = CleanAttributes.of(origin.resource().getAttributesList());
    CleanAttributes scope = CleanAttributes.of(origin.scope().getAttributesList());
    return new SpanOrigin(
        Resource.newBuilder()
            .addAllAttributes(resource.kept())
            .setDroppedAttributesCount(
                origin.resource().getDroppedAttributesCount() + resource.dropped())
            .build(),
        CleanText.of(origin.resourceSchema()),
        InstrumentationScope.newBuilder()
            .setName(CleanText.of(origin.scope().getName()))
            .setVersion(CleanText.of(origin.scope().getVersion()))
            .addAllAttributes(scope.kept())
            .setDroppedAttributesCount(origin.scope().getDroppedAttributesCount() + scope.dropped())
            .build(),
        CleanText.of(origin.scopeSchema()));
  }
}
