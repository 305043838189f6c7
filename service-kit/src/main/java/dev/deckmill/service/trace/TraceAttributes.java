package dev.deckmill.service.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * Every attribute name that our spans carry. The messaging ones are OpenTelemetry's, whose
 * conventions are still in development: when they change, they change here.
 */
public final class TraceAttributes {
  public static final AttributeKey<String> JOB_ID = AttributeKey.stringKey("deckmill.job.id");
  public static final AttributeKey<Long> PAGE_NUMBER = AttributeKey.longKey("deckmill.page.number");

  /** Which attempt at a page. */
  public static final AttributeKey<Long> PAGE_ATTEMPT =
      AttributeKey.longKey("deckmill.page.attempt");

  /** Which of the engine's stages: parse, analyze, map, embed. */
  public static final AttributeKey<String> STAGE = AttributeKey.stringKey("deckmill.stage");

  /** How the elements of a page came out: counts by kind. */
  public static final AttributeKey<Long> NATIVE_ELEMENTS =
      AttributeKey.longKey("deckmill.rendition.native");

  public static final AttributeKey<Long> APPROXIMATE_ELEMENTS =
      AttributeKey.longKey("deckmill.rendition.approximate");
  public static final AttributeKey<Long> RASTER_ELEMENTS =
      AttributeKey.longKey("deckmill.rendition.raster");

  /** How one element came out: native, approximate or raster. */
  public static final AttributeKey<String> RENDITION = AttributeKey.stringKey("deckmill.rendition");

  /** An element's local name, as {@code rect}. */
  public static final AttributeKey<String> ELEMENT_TYPE =
      AttributeKey.stringKey("deckmill.element.type");

  /** Why an element did not come out natively. */
  public static final AttributeKey<List<String>> REASONS =
      AttributeKey.stringArrayKey("deckmill.rendition.reasons");

  /** What a deck holds. */
  public static final AttributeKey<Long> DECK_SLIDES = AttributeKey.longKey("deckmill.deck.slides");

  public static final AttributeKey<Long> DECK_MEDIA = AttributeKey.longKey("deckmill.deck.media");

  /** The size of its file. */
  public static final AttributeKey<Long> DECK_BYTES = AttributeKey.longKey("deckmill.deck.bytes");

  /** How many redirects led to a page, and how long it was. */
  public static final AttributeKey<Long> FETCH_HOPS = AttributeKey.longKey("deckmill.fetch.hops");

  public static final AttributeKey<Long> FETCH_BYTES = AttributeKey.longKey("deckmill.fetch.bytes");

  /** Milliseconds between the record's timestamp and the begin of the work on it. */
  public static final AttributeKey<Long> QUEUE_WAIT_MILLIS =
      AttributeKey.longKey("deckmill.queue.wait_ms");

  /** Which try at one record, from 1. */
  public static final AttributeKey<Long> TRY = AttributeKey.longKey("deckmill.try");

  /** The {@code ErrorType} of what failed. */
  public static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  static final AttributeKey<String> MESSAGING_SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
  static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");

  private TraceAttributes() {}
}
