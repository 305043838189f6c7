package dev.deckmill.api.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs by their id, and lists of them. */
@Singleton
public final class JobRows implements PanacheRepositoryBase<JobRow, String> {
  private static final String COUNTED =
      "select j, t from JobRow j left join TallyRow t on t.jobId = j.id where ";

  /** A job with the tally of its pages. */
  public record Counted(JobRow job, @Nullable TallyRow tally) {}

  /** A job as it is at this moment. */
  public Optional<Counted> find(String id) {
    return read(COUNTED + "j.id = :id", Map.of("id", id), 1).stream().findFirst();
  }

  /**
   * Jobs as they are at this moment, the newest first.
   *
   * @param condition what holds for the jobs {@code j}
   * @param values of the names in it
   */
  public List<Counted> list(String condition, Map<String, Object> values, int limit) {
    return read(COUNTED + condition + " order by j.createdAt desc, j.id desc", values, limit);
  }

  private List<Counted> read(String query, Map<String, Object> values, int limit) {
    EntityManager session = getEntityManager();
    TypedQuery<Counted> asked = session.createQuery(query, Counted.class).setMaxResults(limit);
    values.forEach(asked::setParameter);
    List<Counted> found = asked.getResultList();
    // SQL may move jobs behind the session's back: who asks again is to see it.
    found.forEach(each -> forget(session, each));
    return found;
  }

  private static void forget(EntityManager session, Counted found) {
    session.detach(found.job());
    if (found.tally() != null) {
      session.detach(found.tally());
    }
  }
}
