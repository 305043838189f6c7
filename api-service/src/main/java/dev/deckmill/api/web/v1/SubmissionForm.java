package dev.deckmill.api.web.v1;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the form of a submission looks, for the OpenAPI document; the body itself is read as it
 * comes.
 */
@Schema(name = "Submission")
record SubmissionForm(
    @Schema(
            required = true,
            type = SchemaType.ARRAY,
            format = "binary",
            description =
                "SVG files, plain or gzip, or ZIP files of them, one part each; a file part of any"
                    + " other name is taken likewise")
        List<String> pages,
    @Schema(defaultValue = "Untitled deck", maxLength = 200) String title,
    @Schema(
            defaultValue = "16:9",
            description = "16:9, 4:3, auto (as the first page), or such as 10x7.5in or 1280x720px")
        String slideSize,
    @Schema(
            defaultValue = "placeholder",
            enumeration = {"placeholder", "skip", "failJob"},
            description = "what a page that can't be converted does to the deck")
        String onPageError,
    @Schema(
            defaultValue = "none",
            enumeration = {"none", "drive", "files", "s3"},
            description = "where the deck goes; /v1/capabilities tells what is set up")
        String delivery,
    @Schema(
            defaultValue = "Deckmill/{date}",
            description =
                "with a delivery: folders with slashes between; {date}, {job_id}, {title},"
                    + " {tenant} stand for the job's own")
        String folder,
    @Schema(
            defaultValue = "balanced",
            enumeration = {"balanced", "speed", "quality", "compatibility"})
        String target,
    @Schema(
            defaultValue = "powerpoint",
            enumeration = {"powerpoint", "google-slides", "wps", "libreoffice"})
        String textProfile,
    @Schema(
            defaultValue = "whenViewed",
            enumeration = {"whenViewed", "afterDeck"},
            description = "when pictures of the slides are drawn: see .../pages/{n}/preview")
        String previews) {}
