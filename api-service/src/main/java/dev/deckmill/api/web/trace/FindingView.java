package dev.deckmill.api.web.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was lost or changed, and on which page of which job. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Finding")
record FindingView(
    String jobId,
    int page,
    String pageName,
    String code,
    @Schema(description = "a viewer would miss something") boolean warning,
    @Nullable String elementId,
    @Nullable @Schema(description = "its name in the SVG, if its page's record is kept and has it")
        String elementType,
    @Nullable @Schema(description = "native, approximate or raster; likewise") String rendition,
    @Nullable @Schema(description = "why it is not native; likewise") List<String> reasons,
    String detail) {

  /**
   * Some of them.
   *
   * @param next where the following ones are, if there may be any
   */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "FindingList")
  record Some(List<FindingView> findings, @Nullable String next) {}
}
