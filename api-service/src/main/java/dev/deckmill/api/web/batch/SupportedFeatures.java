package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of SVG comes out how; docs/mapping.md and docs/unsupported.md have the whole of it. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchSupportedFeatures")
record SupportedFeatures(
    @Schema(description = "come out as the same thing, editable") List<String> nativeFeatures,
    @Schema(description = "come out as a picture or something alike, as the quality says")
        List<String> byQuality,
    @Schema(description = "are left out, with a finding") List<String> dropped,
    List<String> preprocessingPresets,
    List<String> qualities,
    @Schema(description = "where the rest of what can be asked for is") String capabilities) {
  static final SupportedFeatures ALL =
      new SupportedFeatures(
          List.of(
              "basic_shapes",
              "paths",
              "groups",
              "use_and_symbols",
              "transforms",
              "solid_paint",
              "linear_gradients",
              "radial_gradients",
              "patterns_of_shapes",
              "strokes",
              "markers",
              "text",
              "embedded_images",
              "clip_paths_of_shapes",
              "shadows_glows_and_blurs",
              "links",
              "css"),
          List.of(
              "filters",
              "masks",
              "blend_modes",
              "patterns",
              "clip_paths_of_text",
              "group_opacity",
              "text_on_paths",
              "vertical_text"),
          List.of("scripts", "animation", "external_resources", "foreign_objects"),
          List.of("minimal", "default", "aggressive"),
          List.of("fast", "balanced", "high"),
          "/v1/capabilities");
}
