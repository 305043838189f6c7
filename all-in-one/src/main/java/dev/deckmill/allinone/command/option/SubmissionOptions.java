package dev.deckmill.allinone.command.option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a job, as the API names them; the API checks their values and has defaults. */
public final class SubmissionOptions {
  @Option(names = "--title", paramLabel = "TEXT", description = "The deck's title and file name.")
  private @Nullable String title;

  @Option(
      names = "--slide-size",
      paramLabel = "SIZE",
      description =
          "16:9 (default), 4:3, auto (the first page's own shape), or such as 10x7.5in or"
              + " 1280x720px.")
  private @Nullable String slideSize;

  @Option(
      names = "--on-page-error",
      paramLabel = "WHAT",
      description =
          "What becomes of a page that can't be converted: placeholder (default), skip or failJob.")
  private @Nullable String onPageError;

  @Option(
      names = "--previews",
      description = "Has a picture of each slide drawn once the deck is there.")
  private boolean previews;

  @Mixin private final TargetOptions aims = new TargetOptions();

  @Option(
      names = "--delivery",
      paramLabel = "WHERE",
      description = "none (default), drive, files or s3, as far as the installation has them.")
  private @Nullable String delivery;

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description =
          "Folders there, nested by /; {date}, {yyyy}, {MM}, {dd}, {job_id}, {tenant}, {tag} and"
              + " {title} are filled in.")
  private @Nullable String folder;

  @Option(names = "--tag", paramLabel = "WORD", description = "Your own word for the job.")
  private @Nullable String tag;

  @Mixin private final DriveOptions drive = new DriveOptions();

  /** The form fields that were asked for. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "title", title);
    put(fields, "slideSize", slideSize);
    put(fields, "onPageError", onPageError);
    aims.target().ifPresent(target -> put(fields, "target", spelled(target)));
    aims.textProfile().ifPresent(program -> put(fields, "textProfile", spelled(program)));
    aims.fonts().ifPresent(fonts -> put(fields, "fonts", spelled(fonts)));
    put(fields, "previews", previews ? "afterDeck" : null);
    put(fields, "delivery", delivery);
    put(fields, "folder", folder);
    put(fields, "tag", tag);
    drive.fields().forEach(fields::put);
    return fields;
  }

  /** As the API writes it. */
  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
