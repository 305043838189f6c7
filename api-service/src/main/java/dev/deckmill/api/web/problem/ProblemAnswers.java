package dev.deckmill.api.web.problem;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.RefusalStatus;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.DatabaseUnreachableException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem. */
final class ProblemAnswers {
  private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  @ServerExceptionMapper
  Response refused(Refusal refusal, RoutingContext request) {
    Trouble trouble = refusal.trouble();
    RequestMark mark = RequestMark.of(request);
    Response answer =
        answer(
            Problem.of(trouble, RefusalStatus.of(refusal), mark).with(refusal),
            refusal.retryAfterSeconds());
    return trouble.type() == ErrorType.UNAUTHENTICATED && isForAPerson(request)
        ? Response.fromResponse(answer)
            .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"deckmill\", charset=\"UTF-8\"")
            .build()
        : answer;
  }

  /** Only a browser that is to show a page asks its user for a password. */
  private static boolean isForAPerson(RoutingContext request) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    return request.request().method().equals(HttpMethod.GET)
        && accepted != null
        && accepted.contains("text/html");
  }

  @ServerExceptionMapper
  Response answeredByFramework(WebApplicationException exception, RoutingContext request) {
    int status = exception.getResponse().getStatus();
    if (status < 400) {
      return exception.getResponse();
    }
    if (status >= 500) {
      LOG.errorf(exception, "Request %s failed", RequestMark.of(request).requestId());
    }
    return answer(Problem.of(Problems.ofStatus(status), status, RequestMark.of(request)));
  }

  @ServerExceptionMapper
  Response databaseAway(DatabaseUnreachableException exception, RoutingContext request) {
    LOG.warnf(
        "Request %s: the database can't be reached: %s",
        RequestMark.of(request).requestId(), exception.getMessage());
    return answer(Problem.of(Problems.overloaded(), 503, RequestMark.of(request)));
  }

  /** The edge: of what was not foreseen the client learns only that it happened. */
  @ServerExceptionMapper
  Response unforeseen(Throwable exception, RoutingContext request) {
    LOG.errorf(exception, "Request %s failed", RequestMark.of(request).requestId());
    return answer(Problem.of(Problems.internal(), 500, RequestMark.of(request)));
  }

  private static Response answer(Problem problem) {
    return answer(problem, RETRY_AFTER_SECONDS);
  }

  private static Response answer(Problem problem, long retryAfterSeconds) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.code() == ErrorType.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"deckmill\"");
    }
    if (problem.code() == ErrorType.RANGE_INVALID) {
      // RFC 9110 §14.4: how long the file is instead.
      answer.header("Content-Range", "bytes */" + problem.limit());
    }
    if (problem.status() == 429 || problem.status() == 503) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
    }
    return answer.build();
  }
}
