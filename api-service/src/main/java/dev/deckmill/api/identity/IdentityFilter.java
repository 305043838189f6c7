package dev.deckmill.api.identity;

import dev.deckmill.api.problem.Refusal;
import dev.deckmill.contracts.ErrorType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets no request to a resource pass without a key. */
@Provider
@Priority(Priorities.AUTHENTICATION)
final class IdentityFilter implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final ApiKeys keys;

  IdentityFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller =
        shownKey(request.getHeaderString(HttpHeaders.AUTHORIZATION))
            .flatMap(keys::callerOf)
            .orElseThrow(IdentityFilter::unauthenticated);
    request.setSecurityContext(new KeyContext(caller));
  }

  private static Optional<String> shownKey(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(key -> !key.isEmpty());
  }

  /** The same for no key, a wrong one and an unknown scheme: it tells nothing to those who try. */
  private static Refusal unauthenticated() {
    return Refusal.of(
        ErrorType.UNAUTHENTICATED,
        "No valid API key came with the request. Send one as \"Authorization: Bearer <key>\".");
  }

  private record KeyContext(Caller caller) implements SecurityContext {
    @Override
    public Caller getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
