package dev.deckmill.api.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobStatus;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.job.JobEvent;
import dev.deckmill.api.store.job.JobEventStore;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Writes what happened to a job, in the transaction in which it did. */
@Singleton
public final class JobEventWriter {
  private final JobEventStore events;
  private final ObjectMapper json;

  JobEventWriter(JobEventStore events, ObjectMapper json) {
    this.events = events;
    this.json = json;
  }

  /** Where a job is. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "JobEvent", description = "data of an event named job")
  public record Moved(
      String state,
      String conversion,
      String delivery,
      int run,
      PageCounts pages,
      @Nullable Why problem,
      @Nullable Why deliveryProblem) {
    static Moved of(Job job, Tally tally) {
      JobStatus status = job.status();
      return new Moved(
          status.state().wireName(),
          status.conversion().wireName(),
          status.delivery().wireName(),
          status.run(),
          PageCounts.of(tally),
          Why.of(status.trouble()),
          Why.of(status.deliveryTrouble()));
    }
  }

  /** Which pages have moved. */
  @Schema(name = "PagesEvent", description = "data of an event named pages")
  public record PagesMoved(PageCounts pages, List<Page> moved) {}

  /** How far the deck is on its way to where it is delivered. */
  @Schema(name = "DeliveryEvent", description = "data of an event named delivery")
  public record Delivering(
      @Schema(description = "bytes that are there") long bytesSent,
      @Schema(description = "bytes in all") long bytesTotal) {}

  /** A page that has moved. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "MovedPage")
  public record Page(int number, String state, int attempts, @Nullable Why problem) {
    static Page of(PageUpdate update) {
      return new Page(
          update.progress().number(),
          update.progress().state().wireName(),
          update.progress().starts(),
          update.ending() instanceof PageUpdate.Ending.Given given
              ? Why.of(given.trouble())
              : null);
    }
  }

  /** Why something failed. */
  @Schema(name = "EventTrouble")
  public record Why(ErrorType code, String detail) {
    static @Nullable Why of(@Nullable Trouble trouble) {
      return trouble == null ? null : new Why(trouble.type(), trouble.detail());
    }
  }

  /** Writes that a job, which the caller holds, is somewhere else now. */
  public void moved(Tx tx, Job job, Tally tally) {
    events.add(tx, job, JobEvent.Kind.JOB, text(Moved.of(job, tally)));
  }

  /** Writes which pages of a job, which the caller holds, have moved. */
  public void pagesMoved(Tx tx, Job job, List<PageUpdate> updates, Tally tally) {
    List<Page> pages =
        updates.stream().filter(JobEventWriter::isWorthTelling).map(Page::of).toList();
    if (!pages.isEmpty()) {
      events.add(tx, job, JobEvent.Kind.PAGES, text(new PagesMoved(PageCounts.of(tally), pages)));
    }
  }

  /** Writes how far the deck of a job, which the caller holds, is on its way. */
  public void delivering(Tx tx, Job job, long bytes, long bytesInAll) {
    events.add(tx, job, JobEvent.Kind.DELIVERY, text(new Delivering(bytes, bytesInAll)));
  }

  /** Not what is only counted, such as the late beginning of an attempt that was given up. */
  private static boolean isWorthTelling(PageUpdate update) {
    return !(update.due() instanceof PageUpdate.Due.Unchanged);
  }

  /** Where the job is, as {@link #moved} would write it. */
  String snapshot(Job job, Tally tally) {
    return text(Moved.of(job, tally));
  }

  private String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an event can't be written as JSON", e);
    }
  }
}
