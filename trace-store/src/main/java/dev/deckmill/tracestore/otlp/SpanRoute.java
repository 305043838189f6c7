package dev.deckmill.tracestore.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.rpc.Status;
import dev.deckmill.tracestore.otlp.SpanRefusal.Reason;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/traces}, OTLP over HTTP with protobuf bodies. A route and no resource: who sends
 * spans is not a client and gets none of the clients' headers or problems.
 */
@Singleton
final class SpanRoute {
  static final String PATH = "/v1/traces";
  static final String PROTOBUF = "application/x-protobuf";

  private static final Logger LOG = Logger.getLogger(SpanRoute.class);
  private static final String RETRY_AFTER_SECONDS = "1";
  private static final int BEFORE_RESOURCES = -1;

  private final SpanAuthorization door;
  private final SpanIntake intake;
  private final int maxBytes;

  SpanRoute(SpanAuthorization door, SpanIntake intake, SpansConfig config) {
    this.door = door;
    this.intake = intake;
    this.maxBytes = Math.toIntExact(config.requestBytes().asLongValue());
  }

  void add(@Observes Router router) {
    // Before its body is read.
    router.post(PATH).order(BEFORE_RESOURCES - 1).handler(this::admit);
    router
        .post(PATH)
        .order(BEFORE_RESOURCES)
        .handler(BodyHandler.create(false).setBodyLimit(maxBytes))
        .handler(this::take)
        .failureHandler(SpanRoute::fail);
  }

  private void admit(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!door.admits(request.getHeader("Authorization"))) {
      refuse(context, 401, door.howToComeIn());
    } else if (!isProtobuf(request.getHeader("Content-Type"))) {
      refuse(context, 415, "Spans are taken as " + PROTOBUF + " only");
    } else {
      context.next();
    }
  }

  private static boolean isProtobuf(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(PROTOBUF);
  }

  /** Decoding takes a worker, waiting for the commit takes nobody. */
  private void take(RoutingContext context) {
    Buffer body = context.body().buffer();
    String encoding = context.request().getHeader("Content-Encoding");
    Callable<CompletionStage<? extends MessageLite>> taking =
        () -> intake.take(decoded(body == null ? new byte[0] : body.getBytes(), encoding));
    context
        .vertx()
        .executeBlocking(taking, false)
        .onFailure(context::fail)
        .onSuccess(taken -> answerOnceCommitted(context, taken));
  }

  private static void answerOnceCommitted(
      RoutingContext context, CompletionStage<? extends MessageLite> taken) {
    taken.whenComplete(
        (answer, failure) -> {
          if (failure == null) {
            answer(context, 200, answer);
          } else {
            context.fail(failure);
          }
        });
  }

  private ExportTraceServiceRequest decoded(byte[] body, @Nullable String encoding)
      throws IOException {
    boolean gzip = "gzip".equalsIgnoreCase(encoding);
    try (InputStream plain = new ByteArrayInputStream(body);
        InputStream bytes = gzip ? new GZIPInputStream(plain) : plain) {
      byte[] inflated = bytes.readNBytes(maxBytes + 1);
      if (inflated.length > maxBytes) {
        throw new SpanRefusal(
            Reason.INVALID, "The request has more than %d bytes".formatted(maxBytes));
      }
      return ExportTraceServiceRequest.parseFrom(inflated);
    } catch (InvalidProtocolBufferException | ZipException | EOFException e) {
      throw new SpanRefusal(Reason.INVALID, "The body is no ExportTraceServiceRequest", e);
    }
  }

  private static void fail(RoutingContext context) {
    Throwable failure = context.failure();
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof SpanRefusal refusal) {
      refuse(context, status(refusal.reason()), refusal.getMessage());
    } else if (cause == null) {
      refuse(context, context.statusCode(), "The request can't be taken");
    } else {
      LOG.error("Spans could not be taken", cause);
      refuse(context, 500, "Spans could not be taken");
    }
  }

  private static int status(Reason reason) {
    return switch (reason) {
      case FLOODED -> 429;
      case UNAVAILABLE -> 503;
      case INVALID -> 400;
    };
  }

  private static void refuse(RoutingContext context, int status, String message) {
    if (status == 429 || status == 503) {
      context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    answer(context, status, Status.newBuilder().setMessage(message).build());
  }

  private static void answer(RoutingContext context, int status, MessageLite message) {
    if (!context.response().closed()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", PROTOBUF)
          .end(Buffer.buffer(message.toByteArray()));
    }
  }
}
