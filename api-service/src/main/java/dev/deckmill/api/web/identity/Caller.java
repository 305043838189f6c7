package dev.deckmill.api.web.identity;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Objects;

/**
 * Who asks.
 *
 * @param tenant whose jobs it sees
 * @param keyName which of the tenant's keys was shown, for the audit
 */
public record Caller(String tenant, String keyName) implements Principal {
  public Caller {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(keyName, "keyName");
  }

  /** The caller of a request that {@link IdentityFilter} has let through. */
  public static Caller of(SecurityContext security) {
    return (Caller) security.getUserPrincipal();
  }

  @Override
  public String getName() {
    return keyName;
  }
}
