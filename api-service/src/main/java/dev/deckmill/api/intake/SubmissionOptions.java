package dev.deckmill.api.intake;

import dev.deckmill.api.orchestration.job.DeliveryWish;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.DeckTarget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a job.
 *
 * @param folder where to deliver to; null: there is no delivery
 * @param deliverTo to which kind of place, if there is a delivery
 * @param fonts what becomes of fonts that pages bring along
 * @param tag the client's own word for the job; null: none
 * @param wish what is asked of the delivery besides the folder
 */
record SubmissionOptions(
    String title,
    SlideSizeOption slideSize,
    OnPageError onPageError,
    @Nullable FolderPattern folder,
    DeckTarget deliverTo,
    String target,
    String textProfile,
    String fonts,
    PreviewTime previews,
    @Nullable String tag,
    DeliveryWish wish) {
  private static final List<String> NAMES =
      Stream.concat(
              Stream.of(
                  "title",
                  "slideSize",
                  "onPageError",
                  "delivery",
                  "folder",
                  "target",
                  "textProfile",
                  "fonts",
                  "previews",
                  "tag"),
              DeliveryFields.NAMES.stream())
          .toList();
  private static final List<String> PREVIEWS =
      Stream.of(PreviewTime.values()).map(PreviewTime::wireName).toList();
  private static final List<String> TARGETS =
      List.of("balanced", "speed", "quality", "compatibility");
  private static final List<String> TEXT_PROFILES =
      List.of("powerpoint", "google-slides", "wps", "libreoffice");
  private static final List<String> FONTS = List.of("name", "embed");
  private static final List<String> DELIVERIES = List.of("none", "drive", "files", "s3");
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TAG = 64;

  /**
   * Reads form fields; what is not there has its default, the first of the allowed values.
   *
   * @throws Refusal naming the field and what is allowed
   */
  static SubmissionOptions parse(Map<String, String> fields) {
    fields.keySet().forEach(SubmissionOptions::checkName);
    String delivery = Allowed.of(DELIVERIES, "delivery", fields);
    DeliveryWish wish = wish(delivery, fields);
    return new SubmissionOptions(
        title(fields.getOrDefault("title", "Untitled deck")),
        slideSize(fields.getOrDefault("slideSize", "16:9")),
        onPageError(fields.getOrDefault("onPageError", OnPageError.PLACEHOLDER.wireName())),
        folder(delivery, fields.get("folder")),
        DeckTarget.of(delivery).orElse(DeckTarget.DRIVE),
        Allowed.of(TARGETS, "target", fields),
        Allowed.of(TEXT_PROFILES, "textProfile", fields),
        Allowed.of(FONTS, "fonts", fields),
        previews(fields, wish),
        tag(fields.get("tag")),
        wish);
  }

  /** Refuses a field that is none of the options. */
  static void checkName(String name) {
    if (!NAMES.contains(name)) {
      throw invalid(
          "There is no option \"%s\"; the options are %s. Pages are sent as file parts, with a file"
              + " name.",
          Quoted.cut(name), String.join(", ", NAMES));
    }
  }

  private static String title(String text) {
    String title = text.replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Cs}]", " ").strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw invalid("title has %d characters; 1 to %d are allowed.", title.length(), LONGEST_TITLE);
    }
    return title;
  }

  private static SlideSizeOption slideSize(String text) {
    return SlideSizeOption.parse(text)
        .orElseThrow(() -> Allowed.not("slideSize", text, SlideSizeOption.ALLOWED));
  }

  private static OnPageError onPageError(String text) {
    List<String> allowed = Stream.of(OnPageError.values()).map(OnPageError::wireName).toList();
    if (!allowed.contains(text)) {
      throw Allowed.not("onPageError", text, String.join(", ", allowed));
    }
    return OnPageError.of(text);
  }

  private static @Nullable FolderPattern folder(String delivery, @Nullable String pattern) {
    if (!delivery.equals("none")) {
      return pattern == null ? FolderPattern.DEFAULT : FolderPattern.parse(pattern);
    }
    if (pattern != null) {
      throw invalid("folder says where to deliver to; send delivery=drive with it, or neither.");
    }
    return null;
  }

  /** None of these is left aside in silence where nothing is delivered. */
  private static DeliveryWish wish(String delivery, Map<String, String> fields) {
    if (delivery.equals("drive")) {
      return DeliveryFields.parse(fields);
    }
    DeliveryFields.NAMES.stream()
        .filter(fields::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid(
                  "%s says how to deliver; send delivery=drive with it, or neither.", name);
            });
    return DeliveryWish.NONE;
  }

  /** Pictures that are delivered are drawn after the deck. */
  private static PreviewTime previews(Map<String, String> fields, DeliveryWish wish) {
    PreviewTime asked = PreviewTime.of(Allowed.of(PREVIEWS, "previews", fields));
    if (wish.pictures() == null || asked == PreviewTime.AFTER_DECK) {
      return asked;
    }
    if (fields.containsKey("previews")) {
      throw invalid("deliverPreviews needs previews=afterDeck; leave previews out, or send that.");
    }
    return PreviewTime.AFTER_DECK;
  }

  private static @Nullable String tag(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String tag = text.replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Cs}]", " ").strip();
    if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
      throw invalid("tag has %d characters; 1 to %d are allowed.", tag.length(), LONGEST_TAG);
    }
    return tag;
  }

  @com.google.errorprone.annotations.FormatMethod
  private static Refusal invalid(String detail, Object... values) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail.formatted(values));
  }
}
