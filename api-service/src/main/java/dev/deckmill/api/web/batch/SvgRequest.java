package dev.deckmill.api.web.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.intake.Source;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page that a client of the inherited API wants analyzed: a submission like any other. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchSvgRequest", description = "has one of svg_content and svg_url")
record SvgRequest(
    @Schema(description = "the page's text") @Nullable String svgContent,
    @Schema(description = "http or https") @Nullable String svgUrl,
    @Schema(
            defaultValue = "default",
            enumeration = {"minimal", "default", "aggressive"},
            description = "stands for a quality: fast, balanced, high")
        @Nullable String preprocessingPreset,
    @Schema(
            enumeration = {"fast", "balanced", "high"},
            description = "goes before preprocessing_preset")
        @Nullable String quality)
    implements Submission {
  SvgRequest {
    if ((svgContent == null) == (svgUrl == null)) {
      throw Refusal.of(ErrorType.SOURCE_MISSING, "Send one of svg_content and svg_url.");
    }
  }

  @Override
  public void handOver(Receiver receiver) throws IOException {
    receiver.option("target", Qualities.target(quality, preprocessingPreset));
    receiver.source(source());
  }

  private Source source() {
    return svgContent == null
        ? new Source.Url("", Objects.requireNonNull(svgUrl))
        : Source.File.inline("page.svg", svgContent.getBytes(UTF_8));
  }

  /** Without content and address. */
  @Override
  public String toString() {
    return "SvgRequest[url=" + (svgUrl != null) + "]";
  }
}
