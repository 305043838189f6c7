package dev.deckmill.api.web.v1;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the form of a submission looks, for the OpenAPI document; the body itself is read as it
 * comes.
 */
@Schema(
    name = "Submission",
    allOf = SubmissionOptionsForm.class,
    description = "the pages, and the options as fields")
record SubmissionForm(
    @Schema(
            required = true,
            type = SchemaType.ARRAY,
            format = "binary",
            description =
                "SVG files, plain or gzip, or ZIP files of them, one part each; a file part of any"
                    + " other name is taken likewise")
        List<String> pages) {}
