package dev.deckmill.api.web.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobFilter;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The jobs of a tenant. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
final class JobListResource {
  private static final int AT_ONCE = 20;
  private static final int MOST_AT_ONCE = 100;

  private final AppDatabase database;
  private final JobReader jobs;

  JobListResource(AppDatabase database, JobReader jobs) {
    this.database = database;
    this.jobs = jobs;
  }

  @GET
  @Operation(
      summary = "The jobs, the newest first",
      description = "Jobs that come in meanwhile don't move what next leads to.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = JobView.Some.class)))
  public JobView.Some jobs(
      @Parameter(description = "in one of these states, with commas between") @QueryParam("state")
          @Nullable String states,
      @Parameter(description = "with this in their title, in whatever case") @QueryParam("title")
          @Nullable String title,
      @Parameter(description = "sent then or later, RFC 3339") @QueryParam("createdFrom")
          @Nullable String from,
      @Parameter(description = "sent before then, RFC 3339") @QueryParam("createdTo")
          @Nullable String to,
      @Parameter(description = "where the list goes on, from next") @QueryParam("cursor")
          @Nullable String cursor,
      @Parameter(description = "how many at most, 1 to 100; default 20") @QueryParam("limit")
          @Nullable String limit,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    String tenant = Caller.of(security).tenant();
    int most = QueryNumber.of("limit", limit, AT_ONCE, 1, MOST_AT_ONCE);
    JobFilter filter =
        new JobFilter(
            ListQuery.states(states),
            title,
            ListQuery.moment("createdFrom", from),
            ListQuery.moment("createdTo", to),
            ListQuery.place(cursor));
    List<JobDetails> found = database.as(tenant, tx -> jobs.list(tx, tenant, filter, most + 1));
    List<JobDetails> shown = found.stream().limit(most).toList();
    return new JobView.Some(
        shown.stream().map(JobView::of).toList(),
        found.size() > most ? next(uri, shown.getLast()) : null);
  }

  /** The same question, further down the list. */
  private static String next(UriInfo uri, JobDetails last) {
    StringBuilder next = new StringBuilder("/v1/jobs?");
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                next.append(encoded(name))
                    .append('=')
                    .append(encoded(values.getFirst()))
                    .append('&');
              }
            });
    return next.append("cursor=").append(ListQuery.cursor(last)).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
