package dev.deckmill.fakedrive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.fault.FaultPlan;
import dev.deckmill.fakedrive.file.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes each request through the fault plan to its route, and sends or withholds the answer. */
final class FrontDoor implements HttpHandler {
  private final Routes routes;
  private final Uploads uploads;
  private final FaultPlan plan;
  private final Journal journal;
  private final CountDownLatch closing;

  FrontDoor(
      Routes routes, Uploads uploads, FaultPlan plan, Journal journal, CountDownLatch closing) {
    this.routes = routes;
    this.uploads = uploads;
    this.plan = plan;
    this.journal = journal;
    this.closing = closing;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Closing an exchange that was not answered drops its connection.
    try (exchange) {
      Request request = new Request(exchange);
      Routes.Route route = routes.of(request);
      FaultPlan.Turn turn =
          route.kind() == CallKind.INSPECT
              ? new FaultPlan.Turn(0, Optional.empty())
              : plan.next(route.kind());
      request.meets(turn.fault());
      Optional<Answer> answer = Optional.empty();
      try {
        answer = attempt(route, request);
      } catch (EOFException clientGone) {
        // There is nobody left to answer; the call is in the journal without a status.
      } finally {
        // Before the answer goes out, so that who has it finds the call.
        journal.add(request, route.kind(), turn, answer);
      }
      if (answer.isPresent()) {
        request.discardBody();
        send(exchange, answer.get());
      }
    }
  }

  private Optional<Answer> attempt(Routes.Route route, Request request) throws IOException {
    if (request.fault().isEmpty()) {
      return Optional.of(answer(route, request));
    }
    return switch (request.fault().get()) {
      case Fault.Refuse refuse -> {
        request.discardBody();
        yield Optional.of(refusal(route.kind(), refuse));
      }
      case Fault.ExpireSession expire -> {
        request.discardBody();
        uploads.forget(request);
        yield Optional.of(Answer.empty(expire.status()));
      }
      case Fault.ResetBefore reset -> Optional.empty();
      case Fault.Hang hang -> {
        await(hang.time());
        yield Optional.empty();
      }
      case Fault.ResetAfter reset -> {
        answer(route, request);
        yield Optional.empty();
      }
      case Fault.HangAfter hang -> {
        answer(route, request);
        await(hang.time());
        yield Optional.empty();
      }
      case Fault.CutAfter cut -> {
        answer(route, request);
        yield Optional.empty();
      }
      case Fault.Deny deny -> Optional.of(answer(route, request));
      case Fault.StaleSearch stale -> Optional.of(answer(route, request));
      case Fault.KeepLess less -> Optional.of(answer(route, request));
      case Fault.Damage damage -> Optional.of(answer(route, request));
    };
  }

  private static Answer refusal(CallKind kind, Fault.Refuse refuse) {
    String message = "Scripted: " + refuse.reason();
    boolean oauth = kind == CallKind.TOKEN || kind == CallKind.REVOKE;
    Answer answer =
        oauth
            ? Consents.error(refuse.status(), refuse.reason(), message)
            : Answer.refusal(Refusal.of(refuse.status(), refuse.reason(), message));
    return refuse.retryAfterSeconds().isPresent()
        ? answer.with("Retry-After", Integer.toString(refuse.retryAfterSeconds().getAsInt()))
        : answer;
  }

  private static Answer answer(Routes.Route route, Request request) throws IOException {
    try {
      return route.action().answer(request);
    } catch (Refusal refusal) {
      return Answer.refusal(refusal);
    }
  }

  private void await(Duration time) {
    try {
      closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (answer.body().isEmpty()) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    switch (answer.body().get()) {
      case Answer.Body.Text body -> {
        byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(bytes);
        }
      }
      case Answer.Body.FileBytes body -> {
        // A length of 0 would mean chunked coding.
        exchange.sendResponseHeaders(answer.status(), body.size() == 0 ? -1 : body.size());
        try (OutputStream out = exchange.getResponseBody()) {
          Files.copy(body.path(), out);
        }
      }
    }
  }
}
