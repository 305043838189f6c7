package dev.deckmill.api.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets no request to a resource pass without a key.
 *
 * <p>A browser can't be made to send a bearer key with an address, so a request that only reads may
 * show the key as the password of HTTP Basic (RFC 7617) instead. Browsers add such a password to
 * every request, also to one that somebody else's page made them send: so it is no key to what
 * changes anything.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
final class IdentityFilter implements ContainerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final ApiKeys keys;

  @Context private @Nullable ResourceInfo resource;

  IdentityFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization == null && withoutKey()) {
      return;
    }
    Caller caller =
        shownKey(authorization, request.getMethod())
            .flatMap(keys::callerOf)
            .orElseThrow(IdentityFilter::unauthenticated);
    request.setSecurityContext(new KeyContext(caller));
  }

  private boolean withoutKey() {
    return resource != null
        && resource.getResourceMethod() != null
        && resource.getResourceMethod().isAnnotationPresent(WithoutKey.class);
  }

  private static Optional<String> shownKey(@Nullable String authorization, String method) {
    if (authorization == null) {
      return Optional.empty();
    }
    Optional<String> key = after(BEARER, authorization);
    return key.isEmpty() && READING.contains(method)
        ? after(BASIC, authorization).flatMap(IdentityFilter::password)
        : key;
  }

  private static Optional<String> after(String scheme, String authorization) {
    return Optional.of(authorization)
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip())
        .filter(rest -> !rest.isEmpty());
  }

  /** RFC 7617 §2: name, colon, password; the name is nobody's. */
  private static Optional<String> password(String credentials) {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The same for no key, a wrong one and an unknown scheme: those who try learn nothing. */
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
