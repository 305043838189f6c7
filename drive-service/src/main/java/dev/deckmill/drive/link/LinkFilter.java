package dev.deckmill.drive.link;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers nobody but who shows the link's token; without one, nobody. */
@jakarta.ws.rs.ext.Provider
final class LinkFilter implements ContainerRequestFilter {
  // Filters are made before there is a configuration.
  private final Provider<LinkToken> token;

  LinkFilter(Provider<LinkToken> token) {
    this.token = token;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!token.get().shownBy(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
    }
  }
}
