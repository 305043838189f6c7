package dev.deckmill.api.web.problem;

import dev.deckmill.api.intake.Quoted;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses a request whose path or query has a NUL character: PostgreSQL keeps no such text, so that
 * nothing can be found by it.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
final class AddressFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    check(uri.getPathParameters());
    check(uri.getQueryParameters());
  }

  private static void check(MultivaluedMap<String, String> parameters) {
    parameters.forEach((name, values) -> values.forEach(value -> check(name, value)));
  }

  private static void check(String name, String value) {
    if (value.indexOf('\0') >= 0) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "%s in the address has a NUL character (%%00), which no text may have. Leave it out."
              .formatted(Quoted.cut(name)));
    }
  }
}
