package dev.deckmill.api.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Map;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Who did what. */
@Singleton
public final class AuditRows implements PanacheRepositoryBase<AuditRow, Long> {
  /**
   * Adds a row, at once. Not by {@code persist}, which reads the row's number back: of the audit
   * requests may read nothing.
   */
  public void add(Map<String, String> values, @Nullable String traceId) {
    MutationQuery insert =
        getSession()
            .createMutationQuery(
                """
                insert into AuditRow (tenant, actor, action, object, result, traceId)
                values (:tenant, :actor, :action, :object, :result, :traceId)
                """);
    values.forEach(insert::setParameter);
    insert.setParameter("traceId", traceId, String.class).executeUpdate();
  }
}
