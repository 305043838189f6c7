package dev.deckmill.api.web.v1;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be asked of a job, for the OpenAPI document. */
@Schema(name = "SubmissionOptions")
record SubmissionOptionsForm(
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
            description = "where the deck goes; /v1/capabilities says what is set up")
        String delivery,
    @Schema(
            defaultValue = "Deckmill/{date}",
            description =
                "with a delivery: folders with slashes between; {date}, {yyyy}, {MM}, {dd},"
                    + " {job_id}, {tenant}, {tag}, {title} stand for the job's own")
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
            defaultValue = "name",
            enumeration = {"name", "embed"},
            description =
                "what becomes of fonts that pages bring along (@font-face with data): the deck names"
                    + " them, or has them in it where their fsType allows that")
        String fonts,
    @Schema(
            defaultValue = "whenViewed",
            enumeration = {"whenViewed", "afterDeck"},
            description = "when pictures of the slides are drawn: see .../pages/{n}/preview")
        String previews,
    @Schema(maxLength = 64, description = "your own word for the job, for {tag} in folder")
        String tag,
    @Schema(
            maxLength = 100,
            description =
                "with delivery=drive, as are those that follow: id of the folder or shared drive"
                    + " that folder begins in")
        String parentFolder,
    @Schema(maxLength = 200, description = "the file's name; made of title if left out")
        String fileName,
    @Schema(maxLength = 1000, description = "the file's description") String description,
    @Schema(
            description =
                "with whom, up to 20 with commas between: ROLE:ADDRESS, ROLE:DOMAIN or ROLE:anyone;"
                    + " roles are reader, commenter, writer",
            examples = "writer:ann@example.com, reader:example.org")
        String share,
    @Schema(defaultValue = "false", description = "whether Google writes them a mail")
        boolean shareMail,
    @Schema(
            defaultValue = "none",
            enumeration = {"none", "beside"},
            description = "beside: keeps a Google Slides presentation of the deck beside it")
        String googleSlides,
    @Schema(
            defaultValue = "replace",
            enumeration = {"replace", "keep"},
            description =
                "what becomes of the bytes of an earlier delivery; keep: a revision, for ever")
        String revisions,
    @Schema(
            defaultValue = "none",
            enumeration = {"none", "folder", "beside"},
            description =
                "where a PNG of each slide is put: in a folder previews, or beside the deck; the"
                    + " delivery waits until they are drawn")
        String deliverPreviews) {}
