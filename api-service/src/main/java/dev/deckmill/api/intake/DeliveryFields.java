package dev.deckmill.api.intake;

import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.orchestration.job.DeliveryWish;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeliveryOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the options that say how a deck is delivered. */
final class DeliveryFields {
  /** The options that are about delivery besides {@code delivery} and {@code folder}. */
  static final List<String> NAMES =
      List.of(
          "parentFolder",
          "fileName",
          "description",
          "share",
          "shareMail",
          "googleSlides",
          "revisions",
          "deliverPreviews");

  private static final List<String> NO_YES = List.of("false", "true");
  private static final List<String> SLIDES = List.of("none", "beside");
  private static final List<String> REVISIONS = List.of("replace", "keep");
  private static final List<String> PICTURES = List.of("none", "folder", "beside");
  private static final Pattern DRIVE_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final int LONGEST_NAME = 200;
  private static final String ENDING = ".pptx";

  private DeliveryFields() {}

  /**
   * What is asked of a delivery.
   *
   * @throws Refusal naming the field and what is allowed
   */
  static DeliveryWish parse(Map<String, String> fields) {
    boolean slides = Allowed.of(SLIDES, "googleSlides", fields).equals("beside");
    boolean keeps = Allowed.of(REVISIONS, "revisions", fields).equals("keep");
    boolean mails = Allowed.of(NO_YES, "shareMail", fields).equals("true");
    String share = fields.get("share");
    if (mails && share == null) {
      throw invalid("shareMail=true needs share, which says with whom.");
    }
    DeliveryWish wish =
        new DeliveryWish(
            parent(fields.get("parentFolder")),
            fileName(fields.get("fileName")),
            new DeliveryOptions(
                description(fields.get("description")),
                share == null ? null : ShareList.parse(share),
                mails ? Boolean.TRUE : null,
                slides ? Boolean.TRUE : null,
                keeps ? Boolean.TRUE : null,
                null),
            pictures(Allowed.of(PICTURES, "deliverPreviews", fields)));
    return wish.equals(DeliveryWish.NONE) ? DeliveryWish.NONE : wish;
  }

  private static @Nullable String parent(@Nullable String id) {
    if (id != null && !DRIVE_ID.matcher(id).matches()) {
      throw invalid(
          "parentFolder has to be the id of a folder or shared drive, as it stands in the address"
              + " that shows it: up to 100 letters, digits, - and _.");
    }
    return id;
  }

  /** A name that is harmless wherever it ends up, with the ending of a deck. */
  private static @Nullable String fileName(@Nullable String name) {
    if (name == null) {
      return null;
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw invalid(
          "fileName has %d characters; 1 to %d are allowed."
              .formatted(name.strip().length(), LONGEST_NAME));
    }
    boolean ends = name.toLowerCase(java.util.Locale.ROOT).endsWith(ENDING);
    return SafeName.ofDeck(ends ? name.substring(0, name.length() - ENDING.length()) : name);
  }

  private static @Nullable String description(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Cs}&&[^\\n]]", " ").strip();
    if (clean.length() > DeliveryOptions.LONGEST_DESCRIPTION) {
      throw invalid(
          "description has %d characters; up to %d are allowed."
              .formatted(clean.length(), DeliveryOptions.LONGEST_DESCRIPTION));
    }
    return clean.isEmpty() ? null : clean;
  }

  private static DeckPictures.@Nullable Place pictures(String place) {
    return switch (place) {
      case "folder" -> DeckPictures.Place.FOLDER;
      case "beside" -> DeckPictures.Place.BESIDE;
      // Of the allowed values the last one.
      default -> null;
    };
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
