package dev.deckmill.api.web.v1;

import dev.deckmill.api.limits.Limits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what a submission may ask for. */
@Path("/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "limits")
final class LimitsResource {
  /** A limit in force, and how far it could be raised. */
  @Schema(name = "Limit")
  record LimitView(long limit, long cap) {}

  /** The limits of the caller's tenant. */
  @Schema(name = "Limits")
  record LimitsView(
      LimitView pages,
      LimitView pageBytes,
      LimitView jobBytes,
      LimitView bodyBytes,
      LimitView inflateRatio,
      LimitView pageTimeMs,
      LimitView jobDeadlineMs,
      LimitView unfinishedJobs,
      LimitView submissionsPerMinute,
      LimitView submissionsBurst,
      LimitView waitMs) {
    static LimitsView of(Limits limits) {
      Limits cap = Limits.CAP;
      return new LimitsView(
          new LimitView(limits.pages(), cap.pages()),
          new LimitView(limits.pageBytes(), cap.pageBytes()),
          new LimitView(limits.jobBytes(), cap.jobBytes()),
          new LimitView(limits.bodyBytes(), cap.bodyBytes()),
          new LimitView(limits.inflateRatio(), cap.inflateRatio()),
          new LimitView(limits.pageTime().toMillis(), cap.pageTime().toMillis()),
          new LimitView(limits.jobDeadline().toMillis(), cap.jobDeadline().toMillis()),
          new LimitView(limits.unfinishedJobs(), cap.unfinishedJobs()),
          new LimitView(limits.submissionsPerMinute(), cap.submissionsPerMinute()),
          new LimitView(limits.submissionsBurst(), cap.submissionsBurst()),
          new LimitView(Waiting.LONGEST.toMillis(), Waiting.LONGEST.toMillis()));
    }
  }

  private final Limits limits;

  LimitsResource(Limits limits) {
    this.limits = limits;
  }

  @GET
  @Operation(summary = "The limits in force and how far each could be raised")
  public LimitsView limits() {
    return LimitsView.of(limits);
  }
}
