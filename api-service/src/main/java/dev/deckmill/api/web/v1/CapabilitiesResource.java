package dev.deckmill.api.web.v1;

import dev.deckmill.api.intake.Deliveries;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.orchestration.job.RetryScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what can be asked for here, so that a client need not try. */
@Path("/v1/capabilities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "limits")
final class CapabilitiesResource {
  /** What a submission may choose among; the first of each is the default. */
  @Schema(name = "Choices")
  record Choices(
      @Schema(description = "these, and sizes such as 10x7.5in or 1280x720px")
          List<String> slideSize,
      List<String> onPageError,
      List<String> delivery,
      List<String> target,
      List<String> textProfile,
      List<String> fonts,
      List<String> previews) {
    static Choices of(Deliveries deliveries) {
      return new Choices(
          List.of("16:9", "4:3", "auto"),
          Stream.of(OnPageError.values()).map(OnPageError::wireName).toList(),
          deliveries.names(),
          List.of("balanced", "speed", "quality", "compatibility"),
          List.of("powerpoint", "google-slides", "wps", "libreoffice"),
          List.of("name", "embed"),
          Stream.of(PreviewTime.values()).map(PreviewTime::wireName).toList());
    }
  }

  /**
   * What can be asked for.
   *
   * @param pages how pages are taken
   * @param results media types of what comes out
   * @param events media types in which the progress of a job can be followed
   * @param limits where the limits are
   */
  @Schema(name = "Capabilities")
  record CapabilitiesView(
      List<String> pages,
      List<String> results,
      List<String> events,
      Choices options,
      List<String> retryScopes,
      int longestWaitSeconds,
      String limits) {}

  private final Deliveries deliveries;

  CapabilitiesResource(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GET
  @Operation(summary = "What can be asked for here")
  public CapabilitiesView capabilities() {
    return new CapabilitiesView(
        List.of("multipart/form-data"),
        List.of(DeckAnswers.PPTX),
        List.of(MediaType.SERVER_SENT_EVENTS),
        Choices.of(deliveries),
        Stream.of(RetryScope.values()).map(RetryScope::wireName).toList(),
        Waiting.LONGEST_SECONDS,
        "/v1/limits");
  }
}
