package dev.deckmill.api.intake.zip;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;

/** What can be wrong with a ZIP file. */
final class ZipFaults {
  private static final int LONGEST_QUOTE = 80;

  private ZipFaults() {}

  static Refusal invalid(String why) {
    return Refusal.of(
        ErrorType.ZIP_INVALID, "The ZIP file can't be used: " + why + ". Pack the pages anew.");
  }

  static Refusal entryInvalid(String name, String why) {
    return invalid("its entry " + quoted(name) + " " + why);
  }

  static Refusal name(String name, String why) {
    return Refusal.of(
        ErrorType.ZIP_ENTRY_NAME,
        "The ZIP file's entry %s %s. Give it a plain relative name.".formatted(quoted(name), why));
  }

  static Refusal duplicate(String name) {
    return Refusal.of(
        ErrorType.ZIP_DUPLICATE,
        "The ZIP file holds %s twice. Each page needs a name of its own.".formatted(quoted(name)));
  }

  static Refusal noPages() {
    return Refusal.of(
        ErrorType.ZIP_NO_PAGES,
        "The ZIP file holds no .svg and no .svgz file, and no manifest.json that names others.");
  }

  static Refusal ratio(String name, long ratio) {
    return Refusal.of(
        ErrorType.LIMIT_INFLATE,
        "The ZIP file's entry %s expands to more than %d times its size, which no drawing needs. Send the page without the ZIP file, or with less repetition."
            .formatted(quoted(name), ratio));
  }

  private static String quoted(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return "\""
        + (plain.length() <= LONGEST_QUOTE ? plain : plain.substring(0, LONGEST_QUOTE) + "…")
        + "\"";
  }
}
