package dev.deckmill.drive;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;

/** Writes a delivery down as events of its span: attempts, resumptions, waits. */
final class UploadSpan implements DeliveryWatch {
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("deckmill.upload.attempt");
  static final AttributeKey<Long> BYTES = AttributeKey.longKey("deckmill.upload.bytes");
  static final AttributeKey<Long> CHUNKS = AttributeKey.longKey("deckmill.upload.chunks");
  static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("deckmill.upload.attempts");
  static final AttributeKey<Long> WAIT_MILLIS = AttributeKey.longKey("deckmill.upload.wait_ms");
  static final AttributeKey<String> FILE_ID = AttributeKey.stringKey("deckmill.drive.file_id");

  private final Span span;
  private final UploadMeters meters;
  private final UploadProgress progress;
  private long bytesThere;

  UploadSpan(Span span, UploadMeters meters, UploadProgress progress) {
    this.span = span;
    this.meters = meters;
    this.progress = progress;
  }

  @Override
  public void begun(int attempt) {
    span.addEvent("attempt", Attributes.of(ATTEMPT, (long) attempt));
  }

  @Override
  public void resumed(long bytes) {
    bytesThere = bytes;
    span.addEvent("resumed", Attributes.of(BYTES, bytes));
  }

  @Override
  public void progressed(long bytes, long bytesInAll) {
    meters.sent(Math.max(0, bytes - bytesThere));
    bytesThere = bytes;
    progress.now(bytes, bytesInAll);
  }

  @Override
  public void retrying(ErrorType type, Duration wait) {
    meters.retried(type);
    span.addEvent(
        "retry",
        Attributes.of(
            TraceAttributes.ERROR_TYPE,
            type.name(),
            WAIT_MILLIS,
            wait.toMillis(),
            BYTES,
            bytesThere));
  }

  /** Says on the span how it ended. */
  void ended(DeckMessage answer) {
    if (answer instanceof DeckUploaded uploaded) {
      span.setAttribute(BYTES, uploaded.bytes());
      span.setAttribute(CHUNKS, (long) uploaded.chunks());
      span.setAttribute(ATTEMPTS, (long) uploaded.attempts());
      // Drive's ids say nothing; a path has people's words in it, which belong into no span.
      if (uploaded.fileId().indexOf('/') < 0) {
        span.setAttribute(FILE_ID, uploaded.fileId());
      }
      meters.succeeded(Duration.ofNanos(uploaded.uploadMicros() * 1_000), span);
    } else if (answer instanceof DeckUploadFailed failed) {
      String code = failed.trouble().type().name();
      span.setAttribute(ATTEMPTS, (long) failed.attempts());
      span.setAttribute(TraceAttributes.ERROR_TYPE, code);
      span.setStatus(StatusCode.ERROR, code);
      meters.failed(failed.trouble().type());
    }
  }
}
