package dev.deckmill.api.web.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobFilter.Place;
import dev.deckmill.contracts.ErrorType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list of jobs is asked for by. */
final class ListQuery {
  private ListQuery() {}

  static Set<JobState> states(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Set.of();
    }
    return Stream.of(text.split(",", -1)).map(ListQuery::state).collect(toUnmodifiableSet());
  }

  private static JobState state(String name) {
    return Stream.of(JobState.values())
        .filter(state -> state.wireName().equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "state has to be one or more of "
                        + String.join(
                            ", ", Stream.of(JobState.values()).map(JobState::wireName).toList())
                        + "."));
  }

  static @Nullable Instant moment(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw invalid(name + " has to be a moment such as 2026-05-17T08:30:00Z.");
    }
  }

  /** What {@link #place} understands, and nobody else should. */
  static String cursor(JobDetails job) {
    String place = job.moments().created() + " " + job.job().id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  static @Nullable Place place(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String[] place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1);
      if (place.length == 2 && place[1].indexOf('\0') < 0) {
        return new Place(Instant.parse(place[0]), place[1]);
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw invalidCursor();
    }
    throw invalidCursor();
  }

  private static Refusal invalidCursor() {
    return invalid("cursor has to be one that next of an earlier answer had, as it was.");
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
