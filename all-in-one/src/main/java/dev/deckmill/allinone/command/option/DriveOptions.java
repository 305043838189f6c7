package dev.deckmill.allinone.command.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a deck is delivered to Drive, as the API names it. */
final class DriveOptions {
  @Option(
      names = "--parent-folder",
      paramLabel = "ID",
      description = "The Drive folder or shared drive that --folder begins in.")
  private @Nullable String parentFolder;

  @Option(names = "--file-name", paramLabel = "NAME", description = "The file's name in Drive.")
  private @Nullable String fileName;

  @Option(names = "--description", paramLabel = "TEXT", description = "The file's description.")
  private @Nullable String description;

  @Option(
      names = "--share",
      paramLabel = "LIST",
      description = "With whom, such as: writer:ann@example.com,reader:example.org")
  private @Nullable String share;

  @Option(names = "--share-mail", description = "Has Google write them a mail.")
  private boolean shareMail;

  @Option(
      names = "--google-slides",
      description = "Keeps a Google Slides presentation beside the deck.")
  private boolean googleSlides;

  @Option(
      names = "--keep-revisions",
      description = "Keeps what an earlier delivery of the job brought as a revision, for ever.")
  private boolean keepRevisions;

  @Option(
      names = "--deliver-previews",
      paramLabel = "WHERE",
      description =
          "Puts a picture of each slide into a folder (folder), or beside the deck (beside).")
  private @Nullable String deliverPreviews;

  /** The form fields that were asked for. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "parentFolder", parentFolder);
    put(fields, "fileName", fileName);
    put(fields, "description", description);
    put(fields, "share", share);
    put(fields, "shareMail", shareMail ? "true" : null);
    put(fields, "googleSlides", googleSlides ? "beside" : null);
    put(fields, "revisions", keepRevisions ? "keep" : null);
    put(fields, "deliverPreviews", deliverPreviews);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
