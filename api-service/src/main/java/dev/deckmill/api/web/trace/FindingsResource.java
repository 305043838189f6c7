package dev.deckmill.api.web.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.stage.FindingReader.Filter;
import dev.deckmill.api.store.stage.FindingReader.Place;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.PageRecord.Rendition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why is this shape a picture? For all of a tenant's jobs. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "traces")
final class FindingsResource {
  private static final int AT_ONCE = 50;
  private static final int MOST_AT_ONCE = 200;
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
  private static final Pattern PLACE = Pattern.compile("([^ \\x00]+) ([0-9]{1,8}) ([0-9]{1,8})");

  private final Findings findings;

  FindingsResource(Findings findings) {
    this.findings = findings;
  }

  @GET
  @Operation(
      summary = "What was lost or changed, in all jobs",
      description =
          "Job by job and page by page. Of a page there are the first 50 findings, warnings first."
              + " An answer may hold fewer than limit and still have next.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = FindingView.Some.class)))
  public FindingView.Some findings(
      @Parameter(description = "only of this code, such as RASTERIZED") @QueryParam("code")
          @Nullable String code,
      @Parameter(description = "only of elements that came out so: native, approximate, raster")
          @QueryParam("rendition")
          @Nullable String rendition,
      @Parameter(description = "only of this job") @QueryParam("job") @Nullable String job,
      @Parameter(description = "where the list goes on, from next") @QueryParam("cursor")
          @Nullable String cursor,
      @Parameter(description = "how many at most, 1 to 200; default 50") @QueryParam("limit")
          @Nullable String limit,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    if (code != null && !CODE.matcher(code).matches()) {
      throw invalid("code has to be one such as RASTERIZED.");
    }
    Filter filter = new Filter(code, job, rendition == null ? null : rendition(rendition));
    Findings.Found found =
        findings.list(Caller.of(security).tenant(), filter, place(cursor), number(limit));
    return new FindingView.Some(found.findings(), next(uri, found.next()));
  }

  private static Rendition rendition(String name) {
    return switch (name) {
      case "native" -> Rendition.NATIVE;
      case "approximate" -> Rendition.APPROXIMATE;
      case "raster" -> Rendition.RASTER;
      default -> throw invalid("rendition has to be native, approximate or raster.");
    };
  }

  private static int number(@Nullable String limit) {
    if (limit == null) {
      return AT_ONCE;
    }
    int number = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > MOST_AT_ONCE) {
      throw invalid("limit has to be a whole number from 1 to " + MOST_AT_ONCE + ".");
    }
    return number;
  }

  /** The same question, further down the list. */
  private static @Nullable String next(UriInfo uri, @Nullable Place place) {
    if (place == null) {
      return null;
    }
    String text = "%s %d %d".formatted(place.jobId(), place.page(), place.seen());
    UriBuilder next =
        UriBuilder.fromUri(uri.getRequestUri())
            .replaceQueryParam(
                "cursor",
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
    return "/v1/findings?" + next.build().getRawQuery();
  }

  private static @Nullable Place place(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    Matcher place = PLACE.matcher(decoded(cursor));
    if (!place.matches()) {
      throw invalidCursor();
    }
    return new Place(
        place.group(1), Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalidCursor();
    }
  }

  private static Refusal invalidCursor() {
    return invalid("cursor has to be one that next of an earlier answer had, as it was.");
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
