package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.intake.JobIdForm;
import dev.deckmill.api.intake.Source;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client of the inherited API asks a job for: a submission like any other. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchRequest")
record BatchRequest(
    @Schema(required = true, minItems = 1, maxItems = 50, description = "http or https")
        @Nullable List<String> urls,
    @Schema(defaultValue = "true") @Nullable Boolean driveIntegrationEnabled,
    @Schema(defaultValue = BatchFolders.DEFAULT) @Nullable String driveFolderPattern,
    @Schema(
            defaultValue = "default",
            enumeration = {"minimal", "default", "aggressive"},
            description = "stands for a quality: fast, balanced, high")
        @Nullable String preprocessingPreset,
    @Schema(
            enumeration = {"fast", "balanced", "high"},
            description = "goes before preprocessing_preset")
        @Nullable String quality,
    @Schema(defaultValue = "true", description = "draws a picture of each slide after the deck")
        @Nullable Boolean generatePreviews,
    @Schema(description = "there is one way to convert: changes nothing")
        @Nullable Boolean useCleanSlate,
    @Schema(description = "decks go to the one account that is set up: changes nothing yet")
        @Nullable String userId,
    @Schema(
            defaultValue = "false",
            description = "keeps a Google Slides presentation beside the deck in Drive")
        @Nullable Boolean exportToSlides,
    @Schema(description = "the deck's title") @Nullable String slidesTitle,
    @Schema(
            description =
                "id of the folder that drive_folder_pattern begins in, with export_to_slides")
        @Nullable String slidesFolderId)
    implements Submission {
  private static final int MOST_URLS = 50;
  private static final Pattern HTTP = Pattern.compile("(?i)https?://.+");

  BatchRequest {
    if (urls == null || urls.isEmpty() || urls.size() > MOST_URLS) {
      throw invalid(
          "urls has %d entries; 1 to %d are allowed."
              .formatted(urls == null ? 0 : urls.size(), MOST_URLS));
    }
    for (int i = 0; i < urls.size(); i++) {
      String url = urls.get(i);
      if (url == null || !HTTP.matcher(url).matches()) {
        throw invalid("Entry %d of urls is no http or https URL.".formatted(i + 1));
      }
    }
    if (Boolean.TRUE.equals(exportToSlides) && Boolean.FALSE.equals(driveIntegrationEnabled)) {
      throw invalid(
          "export_to_slides needs drive_integration_enabled: the presentation is made beside the"
              + " deck in Drive.");
    }
  }

  boolean drive() {
    return !Boolean.FALSE.equals(driveIntegrationEnabled);
  }

  @Override
  public JobIdForm idForm() {
    return JobIdForm.BATCH;
  }

  @Override
  public void handOver(Receiver receiver) throws IOException {
    receiver.option("target", Qualities.target(quality, preprocessingPreset));
    receiver.option("previews", BatchPreviews.time(generatePreviews).wireName());
    if (slidesTitle != null) {
      receiver.option("title", slidesTitle);
    }
    if (drive()) {
      handOverDelivery(receiver);
    }
    for (String url : List.copyOf(urls == null ? List.of() : urls)) {
      receiver.source(new Source.Url("", url));
    }
  }

  private void handOverDelivery(Receiver receiver) {
    receiver.option("delivery", "drive");
    receiver.option(
        "folder", driveFolderPattern == null ? BatchFolders.DEFAULT : driveFolderPattern);
    if (Boolean.TRUE.equals(exportToSlides)) {
      receiver.option("googleSlides", "beside");
      if (slidesFolderId != null) {
        receiver.option("parentFolder", slidesFolderId);
      }
    }
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }

  /** Without the addresses, which may hold secrets. */
  @Override
  public String toString() {
    return "BatchRequest[urls=" + (urls == null ? 0 : urls.size()) + "]";
  }
}
