package dev.deckmill.api.web.v1;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the JSON of a submission looks, for the OpenAPI document; the body itself is read as it
 * comes.
 */
@Schema(
    name = "SubmissionJson",
    allOf = SubmissionOptionsForm.class,
    description = "options as in the form, and the sources in the order of the slides")
record SubmissionJson(@Schema(required = true) List<SourceView> sources) {
  /** One source. */
  @Schema(name = "Source", description = "has exactly one of url, inline and upload")
  record SourceView(
      @Schema(description = "http or https; a page that can't be fetched fails alone") String url,
      @Schema(description = "a page's SVG text, or its bytes with encoding base64") String inline,
      @Schema(enumeration = "base64", description = "of inline; plain text without it")
          String encoding,
      @Schema(description = "the id that POST /v1/uploads answered") String upload,
      @Schema(description = "what to call the page") String name) {}
}
