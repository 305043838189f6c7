package dev.deckmill.api.store.sql;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a session of Hibernate sees. Outside of {@link AppDatabase} there is no session:
 * nobody can forget to say whose rows he means.
 */
@Singleton
@PersistenceUnitExtension
public final class SessionTenant implements TenantResolver {
  /** Sees what row-level security alone leaves, and that is one key, see {@link AppDatabase}. */
  private static final String NOBODY = "";

  private final ThreadLocal<@Nullable String> tenant = new ThreadLocal<>();

  /** Does {@code work}, whose sessions are of {@code of}. */
  <T> T during(String of, Supplier<T> work) {
    String outer = tenant.get();
    tenant.set(of);
    try {
      return work.get();
    } finally {
      tenant.set(outer);
    }
  }

  /** Does {@code work}, whose sessions are of no tenant. */
  <T> T duringNobodys(Supplier<T> work) {
    return during(NOBODY, work);
  }

  @Override
  public String getDefaultTenantId() {
    return NOBODY;
  }

  @Override
  public String resolveTenantId() {
    String known = tenant.get();
    if (known == null) {
      throw new IllegalStateException("A session outside of AppDatabase has no tenant");
    }
    return known;
  }

  @Override
  public boolean isRoot(String tenantId) {
    return tenantId.equals(NOBODY);
  }
}
