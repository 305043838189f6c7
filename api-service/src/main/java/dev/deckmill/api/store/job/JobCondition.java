package dev.deckmill.api.store.job;

import dev.deckmill.api.orchestration.job.JobState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/**
 * A filter as a condition on a job {@code j}: only what is asked for is in it, so that each is
 * planned for what it asks.
 *
 * @param binders of the names in it
 */
record JobCondition(String text, List<Consumer<Query>> binders) {
  static JobCondition of(JobFilter filter) {
    List<String> parts = new ArrayList<>(List.of("true"));
    List<Consumer<Query>> binders = new ArrayList<>();
    if (!filter.states().isEmpty()) {
      parts.add("j.state = any(:states)");
      List<String> states = filter.states().stream().map(JobState::wireName).toList();
      binders.add(query -> query.bindArray("states", String.class, states));
    }
    if (filter.title() != null) {
      parts.add("strpos(lower(j.title), lower(:title)) > 0");
      binders.add(query -> query.bind("title", filter.title()));
    }
    if (filter.from() != null) {
      parts.add("j.created_at >= :from");
      binders.add(query -> query.bind("from", at(filter.from())));
    }
    if (filter.to() != null) {
      parts.add("j.created_at < :to");
      binders.add(query -> query.bind("to", at(filter.to())));
    }
    if (filter.after() != null) {
      parts.add("(j.created_at, j.id) < (:placeTime, :placeId)");
      binders.add(query -> query.bind("placeTime", at(filter.after().created())));
      binders.add(query -> query.bind("placeId", filter.after().id()));
    }
    return new JobCondition(String.join(" and ", parts), List.copyOf(binders));
  }

  /** Binds the names of the condition in a query that has it. */
  Query bind(Query query) {
    binders.forEach(binder -> binder.accept(query));
    return query;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
