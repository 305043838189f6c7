package dev.deckmill.api.web.trace;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.stage.JobSums;
import dev.deckmill.api.store.stage.PageBars;
import dev.deckmill.api.store.stage.PageBars.Range;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A job's trace as a page for browsers. */
@Path("/v1/jobs/{id}/trace.html")
@Produces("text/html;charset=UTF-8")
@Tag(name = "traces")
final class WaterfallResource {
  private static final int MOST_PAGES = 1_000_000;
  private static final int ROWS = 50;

  /** How many pages a row may stand for, so that rows begin at round numbers. */
  private static final List<Integer> ROUND = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500);

  /** Nothing but our style sheet; nobody may put the page into one of theirs. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final JobTraces traces;
  private final AppDatabase database;
  private final JobSums sums;
  private final PageBars bars;

  WaterfallResource(JobTraces traces, AppDatabase database, JobSums sums, PageBars bars) {
    this.traces = traces;
    this.database = database;
    this.sums = sums;
    this.bars = bars;
  }

  @GET
  @Operation(
      summary = "A job's trace to look at",
      description =
          "For browsers: the API key may come as the password of HTTP Basic, whatever the name.")
  @APIResponse(responseCode = "200", description = "The page")
  public Response page(
      @PathParam("id") String id,
      @Parameter(description = "which pages, such as 1-200") @QueryParam("pages")
          @Nullable String pages,
      @Context SecurityContext security) {
    String tenant = Caller.of(security).tenant();
    Range asked = pages == null ? null : PageRange.of(pages, MOST_PAGES);
    TraceView trace = traces.of(tenant, id, asked != null && asked.count() == 1 ? asked : null);
    Range shown = within(asked, trace.pageCount());
    List<PageBars.Bar> rows =
        database.as(
            tenant,
            tx -> {
              sums.expectMany(tx);
              return bars.list(tx, tenant, id, shown, together(shown.count()));
            });
    return response(new Waterfall(trace, shown, rows, Instant.now()));
  }

  private static Response response(Waterfall waterfall) {
    return Response.ok(waterfall.page())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private static Range within(@Nullable Range asked, int pageCount) {
    if (asked == null) {
      return new Range(1, pageCount);
    }
    if (asked.first() > pageCount) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "The job has %d pages; ask for some of these.".formatted(pageCount));
    }
    return new Range(asked.first(), Math.min(asked.last(), pageCount));
  }

  private static int together(int count) {
    return ROUND.stream().filter(size -> (long) size * ROWS >= count).findFirst().orElse(1_000);
  }
}
