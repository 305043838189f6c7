package dev.deckmill.api.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages by job and number. */
@Singleton
public final class PageRows implements PanacheRepositoryBase<PageRow, PageRow.Key> {
  /** A page with the conversion that finished it, if one did. */
  public record Converted(PageRow page, @Nullable ConversionRow conversion) {}

  /** Pages of a job in their order, as they are at this moment. */
  public List<Converted> list(String jobId, int after, int limit) {
    EntityManager session = getEntityManager();
    List<Converted> found =
        session
            .createQuery(
                """
                select p, c from PageRow p
                  left join ConversionRow c
                    on c.jobId = p.jobId and c.page = p.number and c.attempt = p.resultAttempt
                 where p.jobId = :job and p.number > :after order by p.number
                """,
                Converted.class)
            .setParameter("job", jobId)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList();
    // SQL may move pages behind the session's back: who asks again is to see it.
    found.forEach(each -> forget(session, each));
    return found;
  }

  private static void forget(EntityManager session, Converted found) {
    session.detach(found.page());
    if (found.conversion() != null) {
      session.detach(found.conversion());
    }
  }
}
