package dev.deckmill.api.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.RolesConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Answers with a problem where no resource is asked: unknown addresses, requests that break off.
 */
@Singleton
final class UnservedAddresses {
  private static final Logger LOG = Logger.getLogger(UnservedAddresses.class);
  private static final int BEFORE_ALL_OTHERS = -1_000_000;
  private static final int AFTER_ALL_OTHERS = 1_000_000;

  /** Whoever runs it asks there for its health and its metrics. */
  private static final String ALL_BUT_THE_OPERATORS = "(?!/q/).*";

  private final RolesConfig roles;
  private final ObjectMapper json;

  UnservedAddresses(RolesConfig roles, ObjectMapper json) {
    this.roles = roles;
    this.json = json;
  }

  void register(@Observes Router router) {
    router.route().order(AFTER_ALL_OTHERS).handler(request -> answer(request, 404));
    if (!roles.api()) {
      router
          .routeWithRegex(ALL_BUT_THE_OPERATORS)
          .order(BEFORE_ALL_OTHERS)
          .handler(request -> answer(request, 404));
    }
    router.route().failureHandler(this::failed);
  }

  private void failed(RoutingContext request) {
    int status = request.statusCode() < 400 ? 500 : request.statusCode();
    if (status >= 500) {
      LOG.errorf(request.failure(), "Request %s failed", RequestMark.of(request).requestId());
    }
    answer(request, status);
  }

  private void answer(RoutingContext request, int status) {
    if (request.response().ended()) {
      return;
    }
    Problem problem = Problem.of(Problems.ofStatus(status), status, RequestMark.of(request));
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(text(problem));
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      LOG.error("A problem can't be written as JSON", e);
      return new JsonObject().put("status", problem.status()).encode();
    }
  }
}
