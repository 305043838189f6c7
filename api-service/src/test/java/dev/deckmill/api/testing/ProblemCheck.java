package dev.deckmill.api.testing;

import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.contracts.ErrorType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What a refusal looks like. */
public final class ProblemCheck {
  private ProblemCheck() {}

  /** Checks that an answer is the problem of a code, with the status it usually has. */
  public static ValidatableResponse problem(Response answer, ErrorType code) {
    return problem(answer, code, code.status());
  }

  /** Checks that an answer is the problem of a code. */
  public static ValidatableResponse problem(Response answer, ErrorType code, int status) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code.name()))
        .body("status", equalTo(status));
  }
}
