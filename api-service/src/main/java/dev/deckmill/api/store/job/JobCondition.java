package dev.deckmill.api.store.job;

import dev.deckmill.api.orchestration.job.JobState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter as a condition on a job {@code j}: only what is asked for is in it, so that each is
 * planned for what it asks.
 *
 * @param values of the names in it
 */
record JobCondition(String text, Map<String, Object> values) {
  static JobCondition of(JobFilter filter) {
    List<String> parts = new ArrayList<>(List.of("true"));
    Map<String, Object> values = new HashMap<>();
    if (!filter.states().isEmpty()) {
      parts.add("j.state in :states");
      values.put("states", filter.states().stream().map(JobState::wireName).toList());
    }
    if (filter.title() != null) {
      parts.add("locate(lower(:title), lower(j.title)) > 0");
      values.put("title", filter.title());
    }
    if (filter.from() != null) {
      parts.add("j.createdAt >= :from");
      values.put("from", filter.from());
    }
    if (filter.to() != null) {
      parts.add("j.createdAt < :to");
      values.put("to", filter.to());
    }
    if (filter.after() != null) {
      parts.add("(j.createdAt, j.id) < (:placeTime, :placeId)");
      values.put("placeTime", filter.after().created());
      values.put("placeId", filter.after().id());
    }
    return new JobCondition(String.join(" and ", parts), values);
  }
}
