package dev.deckmill.api;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses to start a process that nothing would come of. */
@Singleton
final class RolesCheck {
  void check(@Observes StartupEvent start, RolesConfig roles) {
    if (!roles.api() && !roles.fetch()) {
      throw new IllegalStateException(
          "deckmill.roles gives this process nothing to do. Set DECKMILL_ROLES_FETCH=true to let it"
              + " fetch pages, or DECKMILL_ROLES_API=true.");
    }
  }
}
